# Written by rulecast from the rule sets:
#
#   both-families
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
    "Allow-clients-to-servers-Tcp-443-Out" = {
      description                  = "Web application"
      priority                     = 2141
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.1.0.0/16"]
      destination_address_prefixes = ["10.2.0.10/32"]
    }
    "Allow-clients-to-servers-Tcp-443-IPv6-Out" = {
      description                  = "Web application"
      priority                     = 1196
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:1::/48"]
      destination_address_prefixes = ["2001:db8:2::10/128"]
    }
    "Allow-clients-to-old-printers-Tcp-9100-Out" = {
      description                  = "Printing"
      priority                     = 1152
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "9100"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.1.0.0/16"]
      destination_address_prefixes = ["10.9.0.0/24"]
    }
    "Allow-clients-to-servers-Icmp-Out" = {
      description                  = "Reachability"
      priority                     = 3402
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Icmp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.1.0.0/16"]
      destination_address_prefixes = ["10.2.0.10/32"]
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
# old-printers: Old printers
################################################################################

resource "azurerm_network_security_group" "old_printers" {
  name                = lookup(var.network_security_group_names, "nsg-old-printers", "nsg-old-printers")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  old_printers_rules = {
    "Allow-clients-to-old-printers-Tcp-9100-In" = {
      description                  = "Printing"
      priority                     = 2582
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "9100"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.1.0.0/16"]
      destination_address_prefixes = ["10.9.0.0/24"]
    }
  }
}

resource "azurerm_network_security_rule" "old_printers_rules" {
  for_each = local.old_printers_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.old_printers.name

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
    "Allow-clients-to-servers-Tcp-443-In" = {
      description                  = "Web application"
      priority                     = 3462
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.1.0.0/16"]
      destination_address_prefixes = ["10.2.0.10/32"]
    }
    "Allow-clients-to-servers-Tcp-443-IPv6-In" = {
      description                  = "Web application"
      priority                     = 2971
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:1::/48"]
      destination_address_prefixes = ["2001:db8:2::10/128"]
    }
    "Allow-clients-to-servers-Icmp-In" = {
      description                  = "Reachability"
      priority                     = 1363
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Icmp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.1.0.0/16"]
      destination_address_prefixes = ["10.2.0.10/32"]
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
