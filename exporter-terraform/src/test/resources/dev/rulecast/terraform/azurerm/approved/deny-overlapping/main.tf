# Written by rulecast from the rule sets:
#
#   deny-overlapping
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.

################################################################################
# guests: Guests
################################################################################

resource "azurerm_network_security_group" "guests" {
  name                = lookup(var.network_security_group_names, "nsg-guests", "nsg-guests")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  guests_denies = {
    "Deny-guests-to-servers-Tcp-400-500-Out" = {
      description                  = "Guests have no business here"
      priority                     = 910
      direction                    = "Outbound"
      access                       = "Deny"
      protocol                     = "Tcp"
      destination_port_range       = "400-500"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.13.200.0/24"]
      destination_address_prefixes = ["10.14.0.0/24"]
    }
  }
}

resource "azurerm_network_security_rule" "guests_denies" {
  for_each = local.guests_denies

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.guests.name

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
# office: Office
################################################################################

resource "azurerm_network_security_group" "office" {
  name                = lookup(var.network_security_group_names, "nsg-office", "nsg-office")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  office_rules = {
    "Allow-office-to-servers-Tcp-22-Out" = {
      description                  = "Administration"
      priority                     = 2593
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "22"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.13.0.0/16"]
      destination_address_prefixes = ["10.14.0.0/24"]
    }
    "Allow-office-to-servers-Tcp-443-Out" = {
      description                  = "Web application"
      priority                     = 3791
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.13.0.0/16"]
      destination_address_prefixes = ["10.14.0.0/24"]
    }
  }
}

resource "azurerm_network_security_rule" "office_rules" {
  for_each = local.office_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.office.name

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
# servers: Servers
################################################################################

resource "azurerm_network_security_group" "servers" {
  name                = lookup(var.network_security_group_names, "nsg-servers", "nsg-servers")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  servers_denies = {
    "Deny-guests-to-servers-Tcp-400-500-In" = {
      description                  = "Guests have no business here"
      priority                     = 973
      direction                    = "Inbound"
      access                       = "Deny"
      protocol                     = "Tcp"
      destination_port_range       = "400-500"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.13.200.0/24"]
      destination_address_prefixes = ["10.14.0.0/24"]
    }
  }
}

resource "azurerm_network_security_rule" "servers_denies" {
  for_each = local.servers_denies

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.servers.name

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

locals {
  servers_rules = {
    "Allow-office-to-servers-Tcp-22-In" = {
      description                  = "Administration"
      priority                     = 1138
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "22"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.13.0.0/16"]
      destination_address_prefixes = ["10.14.0.0/24"]
    }
    "Allow-office-to-servers-Tcp-443-In" = {
      description                  = "Web application"
      priority                     = 2432
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.13.0.0/16"]
      destination_address_prefixes = ["10.14.0.0/24"]
    }
  }
}

resource "azurerm_network_security_rule" "servers_rules" {
  for_each = local.servers_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.servers.name

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

  # An allow is never there without the denies that are its exceptions.
  depends_on = [
    azurerm_network_security_rule.servers_denies,
  ]
}
