<#if true>
  [=value.name]
  [=value.missing]
</#if>
