# Written by rulecast from the rule sets:
#
#   merged-purposes-billing
#   merged-purposes-reporting
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.

################################################################################
# app-servers: Application servers
################################################################################

resource "azurerm_network_security_group" "app_servers" {
  name                = lookup(var.network_security_group_names, "nsg-app-servers", "nsg-app-servers")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  app_servers_rules = {
    "Allow-app-servers-to-databases-Tcp-5431-5433-Out" = {
      description                  = "Covers the others, which stay"
      priority                     = 2550
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "5431-5433"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.7.0.0/24"]
      destination_address_prefixes = ["10.7.1.0/24"]
    }
    "Allow-app-servers-to-databases-Tcp-5432-Out" = {
      description                  = "Invoices; Reports, every night"
      priority                     = 2050
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "5432"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.7.0.0/24"]
      destination_address_prefixes = ["10.7.1.0/24"]
    }
  }
}

resource "azurerm_network_security_rule" "app_servers_rules" {
  for_each = local.app_servers_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.app_servers.name

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
# databases: Databases
################################################################################

resource "azurerm_network_security_group" "databases" {
  name                = lookup(var.network_security_group_names, "nsg-databases", "nsg-databases")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  databases_rules = {
    "Allow-app-servers-to-databases-Tcp-5431-5433-In" = {
      description                  = "Covers the others, which stay"
      priority                     = 3042
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "5431-5433"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.7.0.0/24"]
      destination_address_prefixes = ["10.7.1.0/24"]
    }
    "Allow-app-servers-to-databases-Tcp-5432-In" = {
      description                  = "Invoices; Reports, every night"
      priority                     = 2177
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "5432"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.7.0.0/24"]
      destination_address_prefixes = ["10.7.1.0/24"]
    }
  }
}

resource "azurerm_network_security_rule" "databases_rules" {
  for_each = local.databases_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.databases.name

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
