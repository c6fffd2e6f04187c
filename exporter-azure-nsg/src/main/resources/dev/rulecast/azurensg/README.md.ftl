
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
<#if !inline>
- The rules are added to groups that exist already. A rule that is no longer in the template stays in Azure, unless the
  template is deployed as a deployment stack that deletes what it no longer manages.
<#else>
- A deployment replaces all custom rules of a group by these; rules that somebody added in Azure are lost.
</#if>
<#list widenings>

## Wider than the rules

<#items as line>
- [=line].
</#items>
</#list>

## Network security groups

Azure allows 1,000 rules in a group, and 4,000 addresses on either side of all of them.

| Group | Endpoints | Inbound rules | Outbound rules |
| --- | --- | --- | --- |
<#list groups as group>
| [=group.name] | [=group.endpoints] | [=group.inbound] | [=group.outbound] |
</#list>

## Deployment

```sh
az deployment group what-if --resource-group RESOURCE_GROUP --template-file [=file]<#if inputs?has_content> --parameters @parameters.json</#if>
az deployment group create --resource-group RESOURCE_GROUP --template-file [=file]<#if inputs?has_content> --parameters @parameters.json</#if>
```
<#if bicep>

`main.bicep` needs Bicep 0.33 or newer.<#if arm> `azuredeploy.json` says the same.</#if>
</#if>
<#if inline>

The output `nsgIds` has the id of each group. Attach a group to the subnet or to the network interfaces of its endpoints:

```sh
az network vnet subnet update --resource-group RESOURCE_GROUP --vnet-name VNET --name SUBNET --network-security-group GROUP
```
</#if>

## Parameters

| Name | Description | Type | Default |
| --- | --- | --- | --- |
<#if inline>
| location | [=location] | string | that of the resource group |
</#if>
<#list nameParameters as parameter>
| [=parameter.label] | [=parameter.description] | string | [=parameter.value] |
</#list>
<#list inputs as input>
| [=input.label] | [=input.description] | array | none |
</#list>
<#if inline>
| tags | [=tags] | object | none |
</#if>
<#list inputs>

The networks must be in their shortest form (RFC 5952 for IPv6), without host bits, and none of them /0; otherwise the
deployment fails before it changes anything. Azure itself refuses networks that overlap within a parameter. For example, in
`parameters.json`:

```json
{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
<#items as input>
    "[=input.name]": {
      "value": [=input.example]
    }<#sep>,</#sep>
</#items>
  }
}
```
</#list>
