<#macro show value><#if value.kind == "TEXT">"[=value.text]"<#elseif value.kind == "PARAMETER">!Ref [=value.text]<#elseif value.kind == "GROUP_ID">!GetAtt [=value.text].GroupId<#else>[=value.text]</#if></#macro>
<#macro metadata ignoredChecks>
<#list ignoredChecks>
    Metadata:
      # cfn-lint takes the types and codes of ICMPv6 for ports (its pull request 4600).
      cfn-lint:
        config:
          ignore_checks: [<#items as check>"[=check]"<#sep>, </#sep></#items>]
</#list>
</#macro>
<#macro inline name rules>
<#list rules>
      [=name]:
<#items as rule>
<#list rule.comments as comment>
        # [=comment]
</#list>
<#list rule.properties as property>
        <#if property?is_first>-<#else> </#if> [=property.name]: <@show property.value/>
</#list>
</#items>
</#list>
</#macro>
# Written by rulecast from the rule sets:
#
<#list template.ruleSets as ruleSet>
#   [=ruleSet]
</#list>
#
# The next export overwrites this file: change the rule sets instead.
#
# Rules for addresses and prefix lists stand inside their group. Rules between
# groups are resources of their own, so that groups can refer to each other; each
# is called after itself, so that adding or removing one leaves all others alone.

AWSTemplateFormatVersion: "2010-09-09"
Description: "[=template.description]"
<#list template.parameters>

Parameters:
<#items as parameter>
  [=parameter.name]:
    Type: [=parameter.type]
    Description: "[=parameter.description]"
<#if parameter.pattern?has_content>
    AllowedPattern: "[=parameter.pattern]"
    ConstraintDescription: "[=parameter.constraint]"
</#if>
<#sep>

</#sep>
</#items>
</#list>
<#list template.different>

Rules:
  DifferentPrefixLists:
    Assertions:
<#items as pair>
      - Assert: !Not [!Equals [!Ref [=pair.parameter], <@show pair.other/>]]
        AssertDescription: "[=pair.message]"
</#items>
</#list>

Resources:
<#list template.groups as group>

  ##############################################################################
  # [=group.heading]
  ##############################################################################
<#if group.created>

  [=group.logicalId]:
    Type: AWS::EC2::SecurityGroup
<@metadata group.ignoredChecks/>
    Properties:
<#list group.properties as property>
      [=property.name]: <@show property.value/>
</#list>
<@inline "SecurityGroupIngress" group.ingress/>
<@inline "SecurityGroupEgress" group.egress/>
      Tags:
        - Key: "Name"
          Value: "[=group.name]"
</#if>
<#list group.rules as resource>

<#list resource.rule.comments as comment>
  # [=comment]
</#list>
  [=resource.logicalId]:
    Type: [=resource.type]
<@metadata resource.ignoredChecks/>
    Properties:
<#list resource.rule.properties as property>
      [=property.name]: <@show property.value/>
</#list>
</#list>
</#list>
<#list template.outputs>

Outputs:
<#items as output>
  [=output.name]:
    Description: "[=output.description]"
    Value: !GetAtt [=output.group].GroupId
<#sep>

</#sep>
</#items>
</#list>
