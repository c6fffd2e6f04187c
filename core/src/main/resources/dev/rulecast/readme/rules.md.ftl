# [=heading]

Written by rulecast; the next export overwrites it. Rule sets:

<#list ruleSets as ruleSet>
- [=ruleSet.title]<#if ruleSet.title != ruleSet.name> (`[=ruleSet.name]`)</#if>
</#list>

| Source | Destination | Protocol | Ports | Purpose | Rules |
| --- | --- | --- | --- | --- | --- |
<#list rows as row>
| [=row.source] | [=row.destination] | [=row.protocol] | [=row.ports] | [=row.purpose] | [=row.rules] |
</#list>
<#list denied>

Denied, whatever the rules above allow:

| Source | Destination | Protocol | Ports | Purpose | Rules |
| --- | --- | --- | --- | --- | --- |
<#items as row>
| [=row.source] | [=row.destination] | [=row.protocol] | [=row.ports] | [=row.purpose] | [=row.rules] |
</#items>
</#list>
