<#list value as item>
- [=item]
</#list>
