---
# Written by rulecast; the next export overwrites this file: change the rule sets instead.

# What the firewall shows as the group of these rules.
[=role]_group: [=roleName]
<#list inputs>

# The endpoints whose addresses must be given, with the versions of IP that rules can use and those that they need.
[=role]_inputs:
<#items as input>
  - name: [=input.name]
    usable: [<#list input.usable as version>[=version]<#sep>, </#sep></#list>]
    required: [<#list input.required as version>[=version]<#sep>, </#sep></#list>]
    expected: [=input.expected]
</#items>
</#list>

# Rules that an earlier export had. They are deleted wherever they are found.
<#if removed?has_content>
[=role]_removed:
<#list removed as name>
  - [=name]
</#list>
<#else>
[=role]_removed: []
</#if>
<#if hasBuiltIn>

# Built-in groups of rules, by inventory group.
[=role]_built_in_groups:
<#list hosts as host>
<#list host.builtInGroups>
  [=host.group]:
<#items as builtIn>
<#list builtIn.comments as comment>
    # [=comment]
</#list>
    - [=builtIn.name]
</#items>
</#list>
</#list>
</#if>

# The rules by inventory group. A host in several groups has the rules of all.
<#if hasRules>
[=role]_rules:
<#list hosts as host>
<#list host.rules>
  [=host.group]:
<#items as rule>
    - name: [=rule.name]
      direction: [=rule.direction]
      action: [=rule.action]
      protocol: [=rule.protocol]
<#if rule.hasPorts>
      localport: [=rule.localport]
      remoteport: [=rule.remoteport]
</#if>
<#if rule.icmpTypeCode?has_content>
      icmp_type_code: [[=rule.icmpTypeCode]]
</#if>
      remoteip: [=rule.remoteip]
      program: [=rule.program]
      service: [=rule.service]
      profiles: [[=host.profiles]]
      description: [=rule.description]
</#items>
</#list>
</#list>
<#else>
[=role]_rules: {}
</#if>
