# Written by rulecast from the rule sets:
#
#   every-port
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.

################################################################################
# jump-hosts: Jump hosts
################################################################################

resource "azurerm_network_security_group" "jump_hosts" {
  name                = lookup(var.network_security_group_names, "nsg-jump-hosts", "nsg-jump-hosts")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  jump_hosts_rules = {
    "Allow-lab-to-jump-hosts-Any-In" = {
      description                  = "The lab may do what it likes"
      priority                     = 2638
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "*"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.8.64.0/18"]
      destination_address_prefixes = ["10.8.0.5/32"]
    }
    "Allow-jump-hosts-to-lab-Tcp-Any-Out" = {
      description                  = "Tests of services on any port"
      priority                     = 1610
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.8.0.5/32"]
      destination_address_prefixes = ["10.8.64.0/18"]
    }
  }
}

resource "azurerm_network_security_rule" "jump_hosts_rules" {
  for_each = local.jump_hosts_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.jump_hosts.name

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
# lab: Lab
################################################################################

resource "azurerm_network_security_group" "lab" {
  name                = lookup(var.network_security_group_names, "nsg-lab", "nsg-lab")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  lab_rules = {
    "Allow-jump-hosts-to-lab-Tcp-Any-In" = {
      description                  = "Tests of services on any port"
      priority                     = 2182
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.8.0.5/32"]
      destination_address_prefixes = ["10.8.64.0/18"]
    }
    "Allow-lab-to-jump-hosts-Any-Out" = {
      description                  = "The lab may do what it likes"
      priority                     = 1491
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "*"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.8.64.0/18"]
      destination_address_prefixes = ["10.8.0.5/32"]
    }
  }
}

resource "azurerm_network_security_rule" "lab_rules" {
  for_each = local.lab_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.lab.name

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
