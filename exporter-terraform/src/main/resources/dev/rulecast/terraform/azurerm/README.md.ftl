<#if created>
- Rules that somebody adds to a group in Azure stay, and Terraform does not show them. Do not add `security_rule` blocks.
<#else>
- The rules are added to groups that exist already; their other rules stay as they are. Where Terraform manages such a
  group too, it must not have `security_rule` blocks, which would remove these rules again.
</#if>
- Terraform makes and changes the rules of a group one by one: the denies that are exceptions come before the allows.
<#list widenings>

## Wider than the rules

<#items as line>
- [=line].
</#items>
</#list>

## Network security groups

Azure allows 1,000 rules in a group, and 4,000 addresses on either side of all of them; an input counts with each of its
addresses in each rule. These limits, and whether a priority is taken by somebody else's rule, show only when Terraform applies.

| Group | Endpoints | Inbound rules | Outbound rules |
| --- | --- | --- | --- |
<#list groups as group>
| [=group.label] | [=group.endpoints] | [=group.inbound] | [=group.outbound] |
</#list>

## Usage

```hcl
module "firewall" {
  source = "./terraform-azurerm"

  resource_group_name = "RESOURCE_GROUP"
<#if created>
  location            = "westeurope"
</#if>
<#list inputs as input>

  [=input.name]_addresses = {
<#list input.example as line>
    [=line]
</#list>
  }
</#list>
}
<#if created>

resource "azurerm_subnet_network_security_group_association" "example" {
  subnet_id                 = azurerm_subnet.example.id
  network_security_group_id = module.firewall.ENDPOINT_network_security_group_id # one of the outputs
}
</#if>
```
<#if inputs?has_content>

The networks of an input must be in their shortest form (RFC 5952 for IPv6), without host bits, none of them /0, and none
inside another one.
</#if>

## Requirements

| Name | Version |
| --- | --- |
| terraform | >= 1.3.0 |
| azurerm | >= 4.38.0 |

## Inputs

| Name | Description | Type | Required |
| --- | --- | --- | --- |
| resource_group_name | Name of the resource group <#if created>in which the network security groups are created<#else>of the network security groups</#if>. | `string` | yes |
<#if created>
| location | Azure region of the network security groups. | `string` | yes |
</#if>
| network_security_group_names | Names of <#if !created>the existing </#if>network security groups where they are not those of this module, by the latter. | `map(string)` | no |
<#if created>
| tags | Tags of the network security groups. | `map(string)` | no |
</#if>
<#list inputs as input>
| [=input.name]_addresses | [=input.description] | `object({ipv4 = map(string), ipv6 = map(string)})` | yes |
</#list>
<#if created>

## Outputs

| Name | Description |
| --- | --- |
<#list outputs as group>
| [=group.name]_network_security_group_id | ID of the [=group.label] network security group. |
</#list>
</#if>
