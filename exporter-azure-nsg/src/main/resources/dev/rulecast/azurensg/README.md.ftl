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
