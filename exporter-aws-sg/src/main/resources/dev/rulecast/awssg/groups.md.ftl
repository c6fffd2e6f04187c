
## What AWS does with them

- Security groups are stateful: replies need no rule.
<#list facts as fact>
- [=fact]
</#list>
- Security groups only allow. A network interface with several groups has the permissions of all.
<#if existing?has_content>
- Rules are added to groups that exist already: <#list existing as id>`[=id]`<#sep>, </#sep></#list>. [=existingFact]
</#if>
<#list widenings>

## Wider than the rules

<#items as line>
- [=line].
</#items>
</#list>

## Quota

AWS permits 60 rules per group, direction and address family by default.

| Group | Inbound | Outbound |
| --- | --- | --- |
<#list groups as group>
| [=group.name] | [=group.inbound] | [=group.outbound] |
</#list>
