
################################################################################
# [=group.heading]
################################################################################
<#if created>

resource "azurerm_network_security_group" "[=group.name]" {
  name                = lookup(var.network_security_group_names, "[=group.label]", "[=group.label]")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}
</#if>
<#list group.rules as rules>

locals {
  [=rules.name] = {
<#list rules.rules as rule>
<#list rule.comments as comment>
    # [=comment]
</#list>
    "[=rule.key]" = {
<#list rule.arguments as argument>
      [=argument]
</#list>
    }
</#list>
  }
}

resource "azurerm_network_security_rule" "[=rules.name]" {
<#if rules.mayBeEmpty>
  # Where an input has addresses of one family only, the rule of the other one is for nobody.
  for_each = {
    for name, rule in local.[=rules.name] : name => rule
    if length(try(rule.source_address_prefixes, ["*"])) > 0 && length(try(rule.destination_address_prefixes, ["*"])) > 0
  }
<#else>
  for_each = local.[=rules.name]
</#if>

  resource_group_name         = var.resource_group_name
<#if created>
  network_security_group_name = azurerm_network_security_group.[=group.name].name
<#else>
  network_security_group_name = lookup(var.network_security_group_names, "[=group.label]", "[=group.label]")
</#if>

  name        = each.key
  description = each.value.description
  priority    = each.value.priority
  direction   = each.value.direction
  access      = each.value.access
  protocol    = each.value.protocol

  # Azure keeps a list of one as a single value, which Terraform would see as a change for ever.
  source_port_range                          = try(one(each.value.source_port_ranges), null)
  source_port_ranges                         = length(each.value.source_port_ranges) > 1 ? each.value.source_port_ranges : null
  destination_port_range                     = each.value.destination_port_range
  source_address_prefix                      = try(one(each.value.source_address_prefixes), null)
  source_address_prefixes                    = length(try(each.value.source_address_prefixes, [])) > 1 ? each.value.source_address_prefixes : null
  source_application_security_group_ids      = try(each.value.source_application_security_group_ids, null)
  destination_address_prefix                 = try(one(each.value.destination_address_prefixes), null)
  destination_address_prefixes               = length(try(each.value.destination_address_prefixes, [])) > 1 ? each.value.destination_address_prefixes : null
  destination_application_security_group_ids = try(each.value.destination_application_security_group_ids, null)
<#list rules.after>

  # An allow is never there without the denies that are its exceptions.
  depends_on = [
<#items as name>
    azurerm_network_security_rule.[=name],
</#items>
  ]
</#list>
<#if rules.needOneFamily>

  lifecycle {
    precondition {
      condition = length(distinct([
        for prefix in concat(try(each.value.source_address_prefixes, []), try(each.value.destination_address_prefixes, [])) :
        can(regex(":", prefix)) if can(regex("/", prefix))
      ])) < 2
      error_message = "The addresses of both ends must be of one family in ${each.key}."
    }
  }
</#if>
}
</#list>
