# Written by rulecast from the rule sets:
#
#   predefined-windows
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.

################################################################################
# collectors: Event collectors
################################################################################

resource "azurerm_network_security_group" "collectors" {
  name                = lookup(var.network_security_group_names, "nsg-collectors", "nsg-collectors")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  collectors_rules = {
    "Allow-collectors-to-domain-controllers-Tcp-5985-Out" = {
      description                  = "WinRM"
      priority                     = 1789
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "5985"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.17.0.10/32"]
      destination_address_prefixes = ["10.17.1.0/24"]
    }
  }
}

resource "azurerm_network_security_rule" "collectors_rules" {
  for_each = local.collectors_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.collectors.name

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
}

################################################################################
# domain-controllers: Domain controllers
################################################################################

resource "azurerm_network_security_group" "domain_controllers" {
  name                = lookup(var.network_security_group_names, "nsg-domain-controllers", "nsg-domain-controllers")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  domain_controllers_rules = {
    "Allow-collectors-to-domain-controllers-Tcp-5985-In" = {
      description                  = "WinRM"
      priority                     = 1492
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "5985"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.17.0.10/32"]
      destination_address_prefixes = ["10.17.1.0/24"]
    }
  }
}

resource "azurerm_network_security_rule" "domain_controllers_rules" {
  for_each = local.domain_controllers_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.domain_controllers.name

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
}
