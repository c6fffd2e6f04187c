# Written by rulecast from the rule sets:
#
#   source-ports-and-program
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
    "Allow-clients-to-servers-Tcp-9392-from-1024-65535-Out" = {
      description                  = "Agent"
      priority                     = 3232
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "9392"
      source_port_ranges           = ["1024-65535"]
      source_address_prefixes      = ["10.12.0.0/24"]
      destination_address_prefixes = ["10.12.1.10/32"]
    }
    "Allow-clients-to-servers-Tcp-9392-from-500_4500-Out" = {
      description            = "Agent before version 4"
      priority               = 3959
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "9392"
      source_port_ranges = [
        "500",
        "4500",
      ]
      source_address_prefixes      = ["10.12.0.0/24"]
      destination_address_prefixes = ["10.12.1.10/32"]
    }
    "Allow-clients-to-servers-Udp-123-from-123-Out" = {
      description                  = "Time"
      priority                     = 3031
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "123"
      source_port_ranges           = ["123"]
      source_address_prefixes      = ["10.12.0.0/24"]
      destination_address_prefixes = ["10.12.1.10/32"]
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
    # Wider: network security groups do not match the program.
    "Allow-clients-to-servers-Tcp-9392-from-1024-65535-In" = {
      description                  = "Agent (every program)"
      priority                     = 3026
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "9392"
      source_port_ranges           = ["1024-65535"]
      source_address_prefixes      = ["10.12.0.0/24"]
      destination_address_prefixes = ["10.12.1.10/32"]
    }
    "Allow-clients-to-servers-Tcp-9392-from-500_4500-In" = {
      description            = "Agent before version 4"
      priority               = 3038
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "9392"
      source_port_ranges = [
        "500",
        "4500",
      ]
      source_address_prefixes      = ["10.12.0.0/24"]
      destination_address_prefixes = ["10.12.1.10/32"]
    }
    "Allow-clients-to-servers-Udp-123-from-123-In" = {
      description                  = "Time"
      priority                     = 2697
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "123"
      source_port_ranges           = ["123"]
      source_address_prefixes      = ["10.12.0.0/24"]
      destination_address_prefixes = ["10.12.1.10/32"]
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
