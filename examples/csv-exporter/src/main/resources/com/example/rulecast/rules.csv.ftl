"direction","action","source","source addresses","destination","destination addresses","protocol","ports","source ports","program","purpose","rules"
<#list rows as r>
"[=r.direction]","[=r.action]","[=r.source]","[=r.sourceAddresses]","[=r.destination]","[=r.destinationAddresses]","[=r.protocol]","[=r.ports]","[=r.sourcePorts]","[=r.program]","[=r.purpose]","[=r.rules]"
</#list>
