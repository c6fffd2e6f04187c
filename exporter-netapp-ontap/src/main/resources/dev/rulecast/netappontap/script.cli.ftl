<#list steps as step>
<#list step.comments as comment>
# [=comment]
</#list>
<#list step.commands as command>
[=command]
</#list>
</#list>
