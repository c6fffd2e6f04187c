<#macro table rows>
| Source | Destination | Protocol | Ports | Purpose | Rules |
| --- | --- | --- | --- | --- | --- |
<#list rows as row>
| [=row.source] | [=row.destination] | [=row.protocol] | [=row.ports] | [=row.purpose] | [=row.rules] |
</#list>
</#macro>
# [=heading]

Written by rulecast; the next export overwrites it. Rule sets:

<#list ruleSets as ruleSet>
- [=ruleSet.title]<#if ruleSet.title != ruleSet.name> (`[=ruleSet.name]`)</#if>
</#list>

<@table rows=rows/>
<#if denied?has_content>

Denied, whatever the rules above allow:

<@table rows=denied/>
</#if>
