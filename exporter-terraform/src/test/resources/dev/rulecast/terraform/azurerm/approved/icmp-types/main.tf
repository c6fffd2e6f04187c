# Written by rulecast from the rule sets:
#
#   icmp-types
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.

################################################################################
# monitoring: Monitoring
################################################################################

resource "azurerm_network_security_group" "monitoring" {
  name                = lookup(var.network_security_group_names, "nsg-monitoring", "nsg-monitoring")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  monitoring_rules = {
    # Wider: network security groups do not match the ICMP type.
    "Allow-servers-to-monitoring-Icmp-In" = {
      description                  = "Path MTU discovery (every ICMP type)"
      priority                     = 3612
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Icmp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.10.1.0/24"]
      destination_address_prefixes = ["10.10.0.5/32"]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-monitoring-to-servers-Icmp-Out" = {
      description                  = "Reachability (every ICMP type)"
      priority                     = 3583
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Icmp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.10.0.5/32"]
      destination_address_prefixes = ["10.10.1.0/24"]
    }
  }
}

resource "azurerm_network_security_rule" "monitoring_rules" {
  for_each = local.monitoring_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.monitoring.name

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
    # Wider: network security groups do not match the ICMP type.
    "Allow-monitoring-to-servers-Icmp-In" = {
      description                  = "Reachability (every ICMP type)"
      priority                     = 1667
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Icmp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.10.0.5/32"]
      destination_address_prefixes = ["10.10.1.0/24"]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-servers-to-monitoring-Icmp-Out" = {
      description                  = "Path MTU discovery (every ICMP type)"
      priority                     = 2074
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Icmp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.10.1.0/24"]
      destination_address_prefixes = ["10.10.0.5/32"]
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
