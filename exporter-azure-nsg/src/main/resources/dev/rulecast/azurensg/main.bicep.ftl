metadata description = '[=description]'
metadata ruleSets = [
<#list ruleSets as ruleSet>
  '[=ruleSet]'
</#list>
]
<#if inline>

@description('[=location]')
param location string = resourceGroup().location
</#if>
<#list nameParameters as parameter>

@description('[=parameter.description]')
@minLength(1)
@maxLength(80)
param [=parameter.name] string = '[=parameter.value]'
</#list>
<#list inputs as input>

@description('[=input.description]')
@minLength(1)
param [=input.name] array
</#list>
<#if inline>

@description('[=tags]')
param tags object = {}
</#if>
<#list inputs>

// What was given; anything but networks without host bits (any, *, /0) fails the deployment.
<#items as input>
var [=input.checked] = [=input.check]
</#items>
</#list>
