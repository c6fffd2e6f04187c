# Written by rulecast from the rule sets:
#
#   unbound-families
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.

################################################################################
# old-servers: Old servers
################################################################################

resource "azurerm_network_security_group" "old_servers" {
  name                = lookup(var.network_security_group_names, "nsg-old-servers", "nsg-old-servers")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  old_servers_rules = {
    "Allow-office-to-old-servers-Tcp-443-In" = {
      description                  = "Old web application"
      priority                     = 2507
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = values(var.office_addresses.ipv4)
      destination_address_prefixes = ["10.31.1.0/24"]
    }
  }
}

resource "azurerm_network_security_rule" "old_servers_rules" {
  # Where an input has addresses of one family only, the rule of the other one is for nobody.
  for_each = {
    for name, rule in local.old_servers_rules : name => rule
    if length(try(rule.source_address_prefixes, ["*"])) > 0 && length(try(rule.destination_address_prefixes, ["*"])) > 0
  }

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.old_servers.name

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
    "Allow-office-to-servers-Tcp-443-In" = {
      description                  = "Web application"
      priority                     = 2432
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = values(var.office_addresses.ipv4)
      destination_address_prefixes = ["10.31.0.0/24"]
    }
    "Allow-office-to-servers-Tcp-443-IPv6-In" = {
      description                  = "Web application"
      priority                     = 2743
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = values(var.office_addresses.ipv6)
      destination_address_prefixes = ["2001:db8:31::/64"]
    }
    "Allow-offices-to-servers-Tcp-443-In" = {
      description                  = "Web application"
      priority                     = 3484
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = values(var.offices_addresses.ipv4)
      destination_address_prefixes = ["10.31.0.0/24"]
    }
    "Allow-offices-to-servers-Tcp-443-IPv6-In" = {
      description                  = "Web application"
      priority                     = 2134
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = values(var.offices_addresses.ipv6)
      destination_address_prefixes = ["2001:db8:31::/64"]
    }
  }
}

resource "azurerm_network_security_rule" "servers_rules" {
  # Where an input has addresses of one family only, the rule of the other one is for nobody.
  for_each = {
    for name, rule in local.servers_rules : name => rule
    if length(try(rule.source_address_prefixes, ["*"])) > 0 && length(try(rule.destination_address_prefixes, ["*"])) > 0
  }

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
