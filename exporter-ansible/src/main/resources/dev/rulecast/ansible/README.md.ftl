<#list predefined>

## Predefined rules

| Source | Endpoint | Predefined rules | Purpose | Rule |
| --- | --- | --- | --- | --- |
<#items as use>
| [=use.source] | [=use.endpoint] | [=use.rules] | [=use.purpose] | [=use.reference] |
</#items>

Windows knows its predefined rules by names that differ from language to language, so the role makes
rules of its own that equal them, for the addresses of the source only.
<#if widenings?has_content>

Where every rule of a built-in group is wanted, the role enables that group instead, for any source. It
never disables a built-in group.
</#if>
</#list>
<#list widenings>

## Wider than the rules

<#items as line>
- [=line].
</#items>
</#list>

## What Windows Firewall does with them

- Inbound connections that no rule allows are refused, as long as that is the profile's default.
- Outbound rules restrict only where the profile's default outbound action is Block. By default it is
  Allow; then a rule that allows changes nothing, and one that blocks does.
- A rule that blocks wins over every rule that allows, also over rules that are not of this role.
- Windows Firewall is stateful: replies need no rule.
- A host is an endpoint because it is in the endpoint's inventory group. The rules match each of its
  own addresses, since behind address translation it does not know those that others see; the
  addresses of the other end are always limited.

## Usage

Each endpoint has an inventory group. A host in several groups has the rules of all.

| Inventory group | Endpoint |
| --- | --- |
<#list groups as group>
| `[=group]` | [=group?replace("_", "-")] |
</#list>

`inventory/hosts.yml` is an example, and the next export overwrites it. Keep your own inventory outside
of this folder, with the connection to Windows (`ansible_connection: psrp`, `winrm` or `ssh`)<#if inputs?has_content> and the
variable of addresses</#if>:

```sh
ansible-galaxy collection install -r requirements.yml
ansible-playbook -i ../inventory/hosts.yml site.yml --check --diff
ansible-playbook -i ../inventory/hosts.yml site.yml
```
<#list inputs>

These endpoints have no addresses in the environment. The role stops before any change where a list is
empty or has an item that is empty, no address, or everything.

```yaml
[=role]_addresses:
<#items as input>
  [=input.name]: [<#list input.example as address>"[=address]"<#sep>, </#sep></#list>]
</#items>
```

| Key of `[=role]_addresses` | Meaning |
| --- | --- |
<#list inputs as input>
| `[=input.name]` | [=input.description] There must be [=input.expected]. |
</#list>
</#list>

## What is deleted

- Rules that an earlier export had and this one has not are deleted on every host of these groups. The
  list is `[=role]_removed`; it is made from `.rulecast.json`, so commit that file too.
- With `-e [=role]_state=absent` the role deletes every rule that it has made, and nothing else.
- A host that leaves an inventory group keeps its rules: delete them first, with
  `-e [=role]_state=absent --limit HOST`.

## Requirements

| Name | Version |
| --- | --- |
| ansible-core | >= 2.14 |
| community.windows | >= 1.13.0, < 4.0.0 |
