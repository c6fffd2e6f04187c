
output nsgIds object = {
<#list outputs as output>
  '[=output.label]': [=output.name].id
</#list>
}
