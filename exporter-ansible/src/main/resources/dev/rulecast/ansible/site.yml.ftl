---
- name: Apply the firewall rules
  hosts:
<#list groups as group>
    - [=group]
</#list>
  gather_facts: false
  roles:
    - role: [=role]
