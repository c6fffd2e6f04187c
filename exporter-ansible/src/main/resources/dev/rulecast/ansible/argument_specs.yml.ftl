---
argument_specs:
  main:
    short_description: Windows Firewall rules
    description: Deletes the rules that an earlier export had, and makes those that this one has.
    options:
      [=role]_state:
        description: Whether the rules exist; absent deletes all that the role has made.
        type: str
        choices: [present, absent]
        default: present
<#list inputs>
      [=role]_addresses:
        description: Where the endpoints are that have no addresses in the environment.
        type: dict
        required: true
        options:
<#items as input>
          [=input.name]:
            description: [=input.description]
            type: list
            elements: str
            required: true
</#items>
</#list>
