# Written by rulecast from the rule sets:
#
#   expired
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.

################################################################################
# clients: Clients
################################################################################

resource "azurerm_network_security_group" "clients" {
  name                = lookup(var.network_security_group_names, "nsg-clients", "nsg-clients")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  clients_rules = {
    "Allow-clients-to-servers-Tcp-8082-Out" = {
      description                  = "Needed today"
      priority                     = 1416
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "8082"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.15.0.0/24"]
      destination_address_prefixes = ["10.15.1.10/32"]
    }
    "Allow-clients-to-servers-Tcp-8083-Out" = {
      description                  = "Needed for long"
      priority                     = 3665
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "8083"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.15.0.0/24"]
      destination_address_prefixes = ["10.15.1.10/32"]
    }
  }
}

resource "azurerm_network_security_rule" "clients_rules" {
  for_each = local.clients_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.clients.name

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
  servers_rules = {
    "Allow-clients-to-servers-Tcp-8082-In" = {
      description                  = "Needed today"
      priority                     = 3594
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "8082"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.15.0.0/24"]
      destination_address_prefixes = ["10.15.1.10/32"]
    }
    "Allow-clients-to-servers-Tcp-8083-In" = {
      description                  = "Needed for long"
      priority                     = 3646
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "8083"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.15.0.0/24"]
      destination_address_prefixes = ["10.15.1.10/32"]
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
}
