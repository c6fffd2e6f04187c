---
# An example of an inventory: one group for each endpoint whose hosts have rules. The next export overwrites this file, so keep
# your own inventory elsewhere: ansible-playbook -i ../inventory/hosts.yml site.yml
all:
<#list inputs>
  vars:
    [=role]_addresses:
<#items as input>
      [=input.name]:
<#list input.example as address>
        - [=address]
</#list>
</#items>
</#list>
  children:
<#list groups as group>
    [=group]:
      hosts:
        [=group?replace("_", "-") + "-1.example.com"]:
</#list>
