# [=roleName]

Rules of Windows Firewall, written by rulecast: change the rule sets, not this role.

| Variable | Meaning |
| --- | --- |
| `[=role]_state` | `present` (default), or `absent` to delete every rule that the role has made |
<#list inputs as input>
| `[=role]_addresses.[=input.name]` | required. [=input.description] There must be [=input.expected]. |
</#list>
