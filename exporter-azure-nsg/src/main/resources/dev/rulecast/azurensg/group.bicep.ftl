<#macro rules indent>
<#list group.rules as rule>
<#list rule.comments as comment>
[=indent]// [=comment]
</#list>
[=indent]{
[=indent]  name: '[=rule.name]'
[=indent]  properties: {
<#list rule.properties as property>
<#if property.text?has_content>
[=indent]    [=property.name]: '[=property.text]'
<#elseif property.texts?has_content>
[=indent]    [=property.name]: [
<#list property.texts as text>
[=indent]      '[=text]'
</#list>
[=indent]    ]
<#elseif property.ids?has_content>
[=indent]    [=property.name]: [
<#list property.ids as id>
[=indent]      {
[=indent]        id: [=id]
[=indent]      }
</#list>
[=indent]    ]
<#else>
[=indent]    [=property.name]: [=property.code]
</#if>
</#list>
[=indent]  }
[=indent]}
</#list>
</#macro>

<#list group.comments as comment>
// [=comment]
</#list>
<#if inline>
resource [=group.symbol] '[=groupType]' = {
  name: [=group.name]
  location: location
  tags: tags
  properties: {
    securityRules: [
<@rules indent="      "/>
    ]
  }
}
<#else>
var [=group.rulesVariable] = [
<@rules indent="  "/>
]

resource [=group.symbol] '[=groupType]' existing = {
  name: [=group.name]
}

@batchSize(1)
resource [=group.ruleResources] '[=ruleType]' = [
  for rule in [=group.rulesVariable]: {
    parent: [=group.symbol]
    name: rule.name
    properties: rule.properties
  }
]
</#if>
