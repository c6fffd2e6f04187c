# Written by rulecast from the rule sets:
#
#   lists-and-ranges
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
    "Allow-app-servers-to-databases-Tcp-5432-Out" = {
      description             = "Every one with every other"
      priority                = 2050
      direction               = "Outbound"
      access                  = "Allow"
      protocol                = "Tcp"
      destination_port_range  = "5432"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.2.0.0/25"]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
    }
    "Allow-app-servers-to-monitoring-Tcp-5432-Out" = {
      description                  = "Every one with every other"
      priority                     = 2754
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "5432"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.2.0.0/25"]
      destination_address_prefixes = ["192.0.2.7/32"]
    }
    "Allow-app-servers-to-databases-Tcp-8000-8021-Out" = {
      description             = "Every one with every other"
      priority                = 2629
      direction               = "Outbound"
      access                  = "Allow"
      protocol                = "Tcp"
      destination_port_range  = "8000-8021"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.2.0.0/25"]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
    }
    "Allow-app-servers-to-monitoring-Tcp-8000-8021-Out" = {
      description                  = "Every one with every other"
      priority                     = 1078
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "8000-8021"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.2.0.0/25"]
      destination_address_prefixes = ["192.0.2.7/32"]
    }
    "Allow-app-servers-to-databases-Udp-5432-Out" = {
      description             = "Every one with every other"
      priority                = 3569
      direction               = "Outbound"
      access                  = "Allow"
      protocol                = "Udp"
      destination_port_range  = "5432"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.2.0.0/25"]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
    }
    "Allow-app-servers-to-monitoring-Udp-5432-Out" = {
      description                  = "Every one with every other"
      priority                     = 3495
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "5432"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.2.0.0/25"]
      destination_address_prefixes = ["192.0.2.7/32"]
    }
    "Allow-app-servers-to-databases-Udp-8000-8021-Out" = {
      description             = "Every one with every other"
      priority                = 2855
      direction               = "Outbound"
      access                  = "Allow"
      protocol                = "Udp"
      destination_port_range  = "8000-8021"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.2.0.0/25"]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
    }
    "Allow-app-servers-to-monitoring-Udp-8000-8021-Out" = {
      description                  = "Every one with every other"
      priority                     = 2140
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "8000-8021"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.2.0.0/25"]
      destination_address_prefixes = ["192.0.2.7/32"]
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
    "Allow-app-servers-to-databases-Tcp-5432-In" = {
      description             = "Every one with every other"
      priority                = 2177
      direction               = "Inbound"
      access                  = "Allow"
      protocol                = "Tcp"
      destination_port_range  = "5432"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.2.0.0/25"]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
    }
    "Allow-web-servers-to-databases-Tcp-5432-In" = {
      description            = "Every one with every other"
      priority               = 1924
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "5432"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
    }
    "Allow-app-servers-to-databases-Tcp-8000-8021-In" = {
      description             = "Every one with every other"
      priority                = 3667
      direction               = "Inbound"
      access                  = "Allow"
      protocol                = "Tcp"
      destination_port_range  = "8000-8021"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.2.0.0/25"]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
    }
    "Allow-web-servers-to-databases-Tcp-8000-8021-In" = {
      description            = "Every one with every other"
      priority               = 1521
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "8000-8021"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
    }
    "Allow-app-servers-to-databases-Udp-5432-In" = {
      description             = "Every one with every other"
      priority                = 3397
      direction               = "Inbound"
      access                  = "Allow"
      protocol                = "Udp"
      destination_port_range  = "5432"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.2.0.0/25"]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
    }
    "Allow-web-servers-to-databases-Udp-5432-In" = {
      description            = "Every one with every other"
      priority               = 3234
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Udp"
      destination_port_range = "5432"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
    }
    "Allow-app-servers-to-databases-Udp-8000-8021-In" = {
      description             = "Every one with every other"
      priority                = 1556
      direction               = "Inbound"
      access                  = "Allow"
      protocol                = "Udp"
      destination_port_range  = "8000-8021"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.2.0.0/25"]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
    }
    "Allow-web-servers-to-databases-Udp-8000-8021-In" = {
      description            = "Every one with every other"
      priority               = 3140
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Udp"
      destination_port_range = "8000-8021"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
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
    "Allow-app-servers-to-monitoring-Tcp-5432-In" = {
      description                  = "Every one with every other"
      priority                     = 2499
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "5432"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.2.0.0/25"]
      destination_address_prefixes = ["192.0.2.7/32"]
    }
    "Allow-web-servers-to-monitoring-Tcp-5432-In" = {
      description            = "Every one with every other"
      priority               = 2541
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "5432"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = ["192.0.2.7/32"]
    }
    "Allow-app-servers-to-monitoring-Tcp-8000-8021-In" = {
      description                  = "Every one with every other"
      priority                     = 3563
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "8000-8021"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.2.0.0/25"]
      destination_address_prefixes = ["192.0.2.7/32"]
    }
    "Allow-web-servers-to-monitoring-Tcp-8000-8021-In" = {
      description            = "Every one with every other"
      priority               = 2045
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "8000-8021"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = ["192.0.2.7/32"]
    }
    "Allow-app-servers-to-monitoring-Udp-5432-In" = {
      description                  = "Every one with every other"
      priority                     = 2470
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "5432"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.2.0.0/25"]
      destination_address_prefixes = ["192.0.2.7/32"]
    }
    "Allow-web-servers-to-monitoring-Udp-5432-In" = {
      description            = "Every one with every other"
      priority               = 3672
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Udp"
      destination_port_range = "5432"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = ["192.0.2.7/32"]
    }
    "Allow-app-servers-to-monitoring-Udp-8000-8021-In" = {
      description                  = "Every one with every other"
      priority                     = 2359
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "8000-8021"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.2.0.0/25"]
      destination_address_prefixes = ["192.0.2.7/32"]
    }
    "Allow-web-servers-to-monitoring-Udp-8000-8021-In" = {
      description            = "Every one with every other"
      priority               = 1750
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Udp"
      destination_port_range = "8000-8021"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = ["192.0.2.7/32"]
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
# web-servers: Web servers
################################################################################

resource "azurerm_network_security_group" "web_servers" {
  name                = lookup(var.network_security_group_names, "nsg-web-servers", "nsg-web-servers")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  web_servers_rules = {
    "Allow-web-servers-to-databases-Tcp-5432-Out" = {
      description            = "Every one with every other"
      priority               = 3059
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "5432"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
    }
    "Allow-web-servers-to-monitoring-Tcp-5432-Out" = {
      description            = "Every one with every other"
      priority               = 3569
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "5432"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = ["192.0.2.7/32"]
    }
    "Allow-web-servers-to-databases-Tcp-8000-8021-Out" = {
      description            = "Every one with every other"
      priority               = 2523
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "8000-8021"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
    }
    "Allow-web-servers-to-monitoring-Tcp-8000-8021-Out" = {
      description            = "Every one with every other"
      priority               = 1698
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "8000-8021"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = ["192.0.2.7/32"]
    }
    "Allow-web-servers-to-databases-Udp-5432-Out" = {
      description            = "Every one with every other"
      priority               = 1271
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Udp"
      destination_port_range = "5432"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
    }
    "Allow-web-servers-to-monitoring-Udp-5432-Out" = {
      description            = "Every one with every other"
      priority               = 1467
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Udp"
      destination_port_range = "5432"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = ["192.0.2.7/32"]
    }
    "Allow-web-servers-to-databases-Udp-8000-8021-Out" = {
      description            = "Every one with every other"
      priority               = 3151
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Udp"
      destination_port_range = "8000-8021"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = [
        "10.3.0.5/32",
        "10.3.0.6/32",
      ]
    }
    "Allow-web-servers-to-monitoring-Udp-8000-8021-Out" = {
      description            = "Every one with every other"
      priority               = 1654
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Udp"
      destination_port_range = "8000-8021"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.1.0.0/23",
        "10.1.4.10/31",
        "10.1.4.12/31",
      ]
      destination_address_prefixes = ["192.0.2.7/32"]
    }
  }
}

resource "azurerm_network_security_rule" "web_servers_rules" {
  for_each = local.web_servers_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.web_servers.name

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
