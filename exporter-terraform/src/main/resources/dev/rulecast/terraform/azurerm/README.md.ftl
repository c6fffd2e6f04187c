
## What Azure does with them

- Network security groups are stateful: replies need no rule.
- The rule with the smallest priority that matches decides: denies have 500 to 999, allows 1000 to 3999. 100 to 499 and
  4000 to 4095 are left to you. A rule keeps its name and its priority as long as the flow that it is for stays.
- The rules of a group are for the addresses of its endpoints, so that a group does not open what else is behind it.
<#if denyRest>
- Rules with the priority 4096 (and downwards, where one cannot hold all addresses) deny all other traffic to and from
  the addresses of the endpoints. They also cut the health probes of load balancers (allow the tag AzureLoadBalancer
  where you need them), and traffic inside an endpoint, such as replication, for which no rule is here.
<#else>
- Azure's default rules come last. AllowVnetInBound and AllowVnetOutBound (65000) allow everything inside the virtual
  network, peered networks and networks behind gateways, and AllowInternetOutBound (65001) everything to the Internet:
  **between private addresses an allow of this output changes nothing, and nothing is cut that has none.** Export with
  `denyRest=endpoint` to deny the rest.
</#if>
- A network interface and its subnet take one network security group each, and traffic has to pass both.
- Rules of Virtual Network Manager (security admin rules) come before all of these.
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
