---
galaxy_info:
  role_name: [=role]
  author: rulecast
  description: Windows Firewall rules, written by rulecast
  license: proprietary
  min_ansible_version: "2.14"
  platforms:
    - name: Windows
      versions:
        - all
dependencies: []
collections:
  - community.windows
