# Written by rulecast from the rule sets:
#
#   parameters
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.

################################################################################
# administrators: Administrators
################################################################################

resource "azurerm_network_security_group" "administrators" {
  name                = lookup(var.network_security_group_names, "nsg-administrators", "nsg-administrators")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  administrators_rules = {
    "Allow-administrators-to-sharepoint-Tcp-443-Out" = {
      description             = "Central Administration"
      priority                = 1183
      direction               = "Outbound"
      access                  = "Allow"
      protocol                = "Tcp"
      destination_port_range  = "443"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.16.0.0/26"]
      destination_address_prefixes = [
        "10.16.1.10/31",
        "10.16.1.12/31",
      ]
    }
    "Allow-administrators-to-sharepoint-Tcp-8443-Out" = {
      description             = "Central Administration"
      priority                = 2295
      direction               = "Outbound"
      access                  = "Allow"
      protocol                = "Tcp"
      destination_port_range  = "8443"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.16.0.0/26"]
      destination_address_prefixes = [
        "10.16.1.10/31",
        "10.16.1.12/31",
      ]
    }
  }
}

resource "azurerm_network_security_rule" "administrators_rules" {
  for_each = local.administrators_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.administrators.name

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
# sharepoint: SharePoint
################################################################################

resource "azurerm_network_security_group" "sharepoint" {
  name                = lookup(var.network_security_group_names, "nsg-sharepoint", "nsg-sharepoint")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  sharepoint_rules = {
    "Allow-administrators-to-sharepoint-Tcp-443-In" = {
      description             = "Central Administration"
      priority                = 3010
      direction               = "Inbound"
      access                  = "Allow"
      protocol                = "Tcp"
      destination_port_range  = "443"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.16.0.0/26"]
      destination_address_prefixes = [
        "10.16.1.10/31",
        "10.16.1.12/31",
      ]
    }
    "Allow-administrators-to-sharepoint-Tcp-8443-In" = {
      description             = "Central Administration"
      priority                = 3385
      direction               = "Inbound"
      access                  = "Allow"
      protocol                = "Tcp"
      destination_port_range  = "8443"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.16.0.0/26"]
      destination_address_prefixes = [
        "10.16.1.10/31",
        "10.16.1.12/31",
      ]
    }
    "Allow-sharepoint-to-sharepoint-Tcp-16500-16519-In" = {
      description            = "Search index"
      priority               = 1805
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "16500-16519"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.16.1.10/31",
        "10.16.1.12/31",
      ]
      destination_address_prefixes = [
        "10.16.1.10/31",
        "10.16.1.12/31",
      ]
    }
    "Allow-sharepoint-to-sharepoint-Tcp-17000-In" = {
      description            = "Search index"
      priority               = 3769
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "17000"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.16.1.10/31",
        "10.16.1.12/31",
      ]
      destination_address_prefixes = [
        "10.16.1.10/31",
        "10.16.1.12/31",
      ]
    }
    "Allow-sharepoint-to-sharepoint-Tcp-16500-16519-Out" = {
      description            = "Search index"
      priority               = 2654
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "16500-16519"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.16.1.10/31",
        "10.16.1.12/31",
      ]
      destination_address_prefixes = [
        "10.16.1.10/31",
        "10.16.1.12/31",
      ]
    }
    "Allow-sharepoint-to-sharepoint-Tcp-17000-Out" = {
      description            = "Search index"
      priority               = 3106
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "17000"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.16.1.10/31",
        "10.16.1.12/31",
      ]
      destination_address_prefixes = [
        "10.16.1.10/31",
        "10.16.1.12/31",
      ]
    }
  }
}

resource "azurerm_network_security_rule" "sharepoint_rules" {
  for_each = local.sharepoint_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.sharepoint.name

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
