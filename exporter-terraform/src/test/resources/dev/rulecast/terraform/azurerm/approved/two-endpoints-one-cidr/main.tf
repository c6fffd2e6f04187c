# Written by rulecast from the rule sets:
#
#   two-endpoints-one-cidr
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.

################################################################################
# admin-hosts: Administration hosts
################################################################################

resource "azurerm_network_security_group" "admin_hosts" {
  name                = lookup(var.network_security_group_names, "nsg-admin-hosts", "nsg-admin-hosts")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  admin_hosts_rules = {
    "Allow-admin-hosts-to-file-servers-Tcp-22-Out" = {
      description                  = "Administration"
      priority                     = 1207
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "22"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.6.0.0/24"]
      destination_address_prefixes = ["10.6.1.0/24"]
    }
  }
}

resource "azurerm_network_security_rule" "admin_hosts_rules" {
  for_each = local.admin_hosts_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.admin_hosts.name

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
# backup-servers: Backup servers
################################################################################

resource "azurerm_network_security_group" "backup_servers" {
  name                = lookup(var.network_security_group_names, "nsg-backup-servers", "nsg-backup-servers")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  backup_servers_rules = {
    "Allow-backup-servers-to-file-servers-Tcp-22-Out" = {
      description                  = "Backup"
      priority                     = 3849
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "22"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.6.0.0/24"]
      destination_address_prefixes = ["10.6.1.0/24"]
    }
  }
}

resource "azurerm_network_security_rule" "backup_servers_rules" {
  for_each = local.backup_servers_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.backup_servers.name

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
# file-servers: File servers
################################################################################

resource "azurerm_network_security_group" "file_servers" {
  name                = lookup(var.network_security_group_names, "nsg-file-servers", "nsg-file-servers")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  file_servers_rules = {
    "Allow-admin-hosts-to-file-servers-Tcp-22-In" = {
      description                  = "Administration; Backup"
      priority                     = 2828
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "22"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.6.0.0/24"]
      destination_address_prefixes = ["10.6.1.0/24"]
    }
  }
}

resource "azurerm_network_security_rule" "file_servers_rules" {
  for_each = local.file_servers_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.file_servers.name

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
