# Written by rulecast from the rule sets:
#
<#list ruleSets as ruleSet>
#   [=ruleSet]
</#list>
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.
<#list applicationGroups>

################################################################################
# Application security groups
################################################################################

data "azurerm_application_security_group" "this" {
  for_each = toset([
<#items as name>
    "[=name]",
</#items>
  ])

  name                = each.value
  resource_group_name = var.resource_group_name
}
</#list>
