# Written by rulecast from the rule sets:
#
#   odd-groups
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.

################################################################################
# Application security groups
################################################################################

data "azurerm_application_security_group" "this" {
  for_each = toset([
    "asg-batch",
  ])

  name                = each.value
  resource_group_name = var.resource_group_name
}

################################################################################
# batch: Batch jobs, in the existing group batch-nsg
################################################################################

locals {
  group__batch_nsg_rules = {
    "Allow-laptops-to-batch-Tcp-22-In" = {
      description                                = "Jobs are started by hand"
      priority                                   = 3348
      direction                                  = "Inbound"
      access                                     = "Allow"
      protocol                                   = "Tcp"
      destination_port_range                     = "22"
      source_port_ranges                         = ["*"]
      source_address_prefixes                    = concat(values(var.laptops_addresses.ipv4), values(var.laptops_addresses.ipv6))
      destination_application_security_group_ids = [data.azurerm_application_security_group.this["asg-batch"].id]
    }
    "Deny-Other-to-batch-nsg-In" = {
      description                                = "Everything else to batch; overrides AllowVnetInBound (65000)"
      priority                                   = 4096
      direction                                  = "Inbound"
      access                                     = "Deny"
      protocol                                   = "*"
      destination_port_range                     = "*"
      source_port_ranges                         = ["*"]
      source_address_prefixes                    = ["*"]
      destination_application_security_group_ids = [data.azurerm_application_security_group.this["asg-batch"].id]
    }
    "Allow-batch-to-entra-id-Tcp-443-Out" = {
      description                           = "Sign-in"
      priority                              = 3426
      direction                             = "Outbound"
      access                                = "Allow"
      protocol                              = "Tcp"
      destination_port_range                = "443"
      source_port_ranges                    = ["*"]
      source_application_security_group_ids = [data.azurerm_application_security_group.this["asg-batch"].id]
      destination_address_prefixes          = ["AzureActiveDirectory"]
    }
    "Allow-batch-to-database-Tcp-1433-from-1024-4999_49152-65535-Out" = {
      description            = "Database"
      priority               = 1099
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "1433"
      source_port_ranges = [
        "1024-4999",
        "49152-65535",
      ]
      source_application_security_group_ids      = [data.azurerm_application_security_group.this["asg-batch"].id]
      destination_application_security_group_ids = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Network/applicationSecurityGroups/asg-database"]
    }
    "Deny-Other-from-batch-nsg-Out" = {
      description                           = "Everything else from batch; overrides AllowVnetOutBound (65000) and AllowInternetOutBound (65001)"
      priority                              = 4096
      direction                             = "Outbound"
      access                                = "Deny"
      protocol                              = "*"
      destination_port_range                = "*"
      source_port_ranges                    = ["*"]
      source_application_security_group_ids = [data.azurerm_application_security_group.this["asg-batch"].id]
      destination_address_prefixes          = ["*"]
    }
  }
}

resource "azurerm_network_security_rule" "group__batch_nsg_rules" {
  for_each = local.group__batch_nsg_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = lookup(var.network_security_group_names, "batch-nsg", "batch-nsg")

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
# database: Database, in the existing group nsg-database
################################################################################

locals {
  database_rules = {
    "Allow-api-to-database-Tcp-1433-from-1024-4999_49152-65535-In" = {
      description            = "Database"
      priority               = 2736
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "1433"
      source_port_ranges = [
        "1024-4999",
        "49152-65535",
      ]
      source_address_prefixes = [
        "10.20.0.16/28",
        "10.20.0.64/26",
      ]
      destination_application_security_group_ids = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Network/applicationSecurityGroups/asg-database"]
    }
    "Allow-batch-to-database-Tcp-1433-from-1024-4999_49152-65535-In" = {
      description            = "Database"
      priority               = 3063
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "1433"
      source_port_ranges = [
        "1024-4999",
        "49152-65535",
      ]
      source_application_security_group_ids      = [data.azurerm_application_security_group.this["asg-batch"].id]
      destination_application_security_group_ids = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Network/applicationSecurityGroups/asg-database"]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-web-to-database-Icmp-In" = {
      description                                = "Reachability (every ICMP type)"
      priority                                   = 3350
      direction                                  = "Inbound"
      access                                     = "Allow"
      protocol                                   = "Icmp"
      destination_port_range                     = "*"
      source_port_ranges                         = ["*"]
      source_address_prefixes                    = ["10.20.0.0/28"]
      destination_application_security_group_ids = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Network/applicationSecurityGroups/asg-database"]
    }
    "Deny-Other-to-database-In" = {
      description                                = "Everything else to database; overrides AllowVnetInBound (65000)"
      priority                                   = 4096
      direction                                  = "Inbound"
      access                                     = "Deny"
      protocol                                   = "*"
      destination_port_range                     = "*"
      source_port_ranges                         = ["*"]
      source_address_prefixes                    = ["*"]
      destination_application_security_group_ids = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Network/applicationSecurityGroups/asg-database"]
    }
    "Deny-Other-from-database-Out" = {
      description                           = "Everything else from database; overrides AllowVnetOutBound (65000) and AllowInternetOutBound (65001)"
      priority                              = 4096
      direction                             = "Outbound"
      access                                = "Deny"
      protocol                              = "*"
      destination_port_range                = "*"
      source_port_ranges                    = ["*"]
      source_application_security_group_ids = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Network/applicationSecurityGroups/asg-database"]
      destination_address_prefixes          = ["*"]
    }
  }
}

resource "azurerm_network_security_rule" "database_rules" {
  for_each = local.database_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = lookup(var.network_security_group_names, "nsg-database", "nsg-database")

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
# api: Application servers, web: Web servers, in the existing group NSG-Frontend_2.prod
################################################################################

locals {
  frontend__5f2__2eprod_denies = {
    "Deny-guests-to-api-Any-In" = {
      description             = "Guests stay outside"
      priority                = 817
      direction               = "Inbound"
      access                  = "Deny"
      protocol                = "*"
      destination_port_range  = "*"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.99.0.0/16"]
      destination_address_prefixes = [
        "10.20.0.16/28",
        "10.20.0.64/26",
      ]
    }
    "Deny-guests-to-web-Any-In" = {
      description                  = "Guests stay outside"
      priority                     = 968
      direction                    = "Inbound"
      access                       = "Deny"
      protocol                     = "*"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.99.0.0/16"]
      destination_address_prefixes = ["10.20.0.0/28"]
    }
    "Deny-guests-to-web-Any-IPv6-In" = {
      description                  = "Guests stay outside"
      priority                     = 674
      direction                    = "Inbound"
      access                       = "Deny"
      protocol                     = "*"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:99::/48"]
      destination_address_prefixes = ["2001:db8:20::/64"]
    }
  }
}

resource "azurerm_network_security_rule" "frontend__5f2__2eprod_denies" {
  for_each = local.frontend__5f2__2eprod_denies

  resource_group_name         = var.resource_group_name
  network_security_group_name = lookup(var.network_security_group_names, "NSG-Frontend_2.prod", "NSG-Frontend_2.prod")

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
  frontend__5f2__2eprod_rules = {
    "Allow-web-to-api-Tcp-8443-In" = {
      description             = "Application"
      priority                = 2258
      direction               = "Inbound"
      access                  = "Allow"
      protocol                = "Tcp"
      destination_port_range  = "8443"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.20.0.0/28"]
      destination_address_prefixes = [
        "10.20.0.16/28",
        "10.20.0.64/26",
      ]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-web-to-api-Icmp-In" = {
      description             = "Reachability (every ICMP type)"
      priority                = 2580
      direction               = "Inbound"
      access                  = "Allow"
      protocol                = "Icmp"
      destination_port_range  = "*"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.20.0.0/28"]
      destination_address_prefixes = [
        "10.20.0.16/28",
        "10.20.0.64/26",
      ]
    }
    "Deny-Other-to-NSG-Frontend_2.prod-In" = {
      description             = "Everything else to api, web; overrides AllowVnetInBound (65000)"
      priority                = 4096
      direction               = "Inbound"
      access                  = "Deny"
      protocol                = "*"
      destination_port_range  = "*"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["*"]
      destination_address_prefixes = [
        "10.20.0.0/27",
        "10.20.0.64/26",
      ]
    }
    "Deny-Other-to-NSG-Frontend_2.prod-IPv6-In" = {
      description                  = "Everything else to api, web; overrides AllowVnetInBound (65000)"
      priority                     = 4095
      direction                    = "Inbound"
      access                       = "Deny"
      protocol                     = "*"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["*"]
      destination_address_prefixes = ["2001:db8:20::/64"]
    }
    "Allow-api-to-entra-id-Tcp-443-Out" = {
      description            = "Sign-in"
      priority               = 1502
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "443"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.20.0.16/28",
        "10.20.0.64/26",
      ]
      destination_address_prefixes = ["AzureActiveDirectory"]
    }
    "Allow-web-to-entra-id-Tcp-443-Out" = {
      description                  = "Sign-in"
      priority                     = 2127
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.20.0.0/28"]
      destination_address_prefixes = ["AzureActiveDirectory"]
    }
    "Allow-web-to-entra-id-Tcp-443-IPv6-Out" = {
      description                  = "Sign-in"
      priority                     = 3061
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:20::/64"]
      destination_address_prefixes = ["AzureActiveDirectory"]
    }
    "Allow-api-to-database-Tcp-1433-from-1024-4999_49152-65535-Out" = {
      description            = "Database"
      priority               = 2361
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "1433"
      source_port_ranges = [
        "1024-4999",
        "49152-65535",
      ]
      source_address_prefixes = [
        "10.20.0.16/28",
        "10.20.0.64/26",
      ]
      destination_application_security_group_ids = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Network/applicationSecurityGroups/asg-database"]
    }
    "Allow-web-to-api-Tcp-8443-Out" = {
      description             = "Application"
      priority                = 2690
      direction               = "Outbound"
      access                  = "Allow"
      protocol                = "Tcp"
      destination_port_range  = "8443"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.20.0.0/28"]
      destination_address_prefixes = [
        "10.20.0.16/28",
        "10.20.0.64/26",
      ]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-web-to-api-Icmp-Out" = {
      description             = "Reachability (every ICMP type)"
      priority                = 2375
      direction               = "Outbound"
      access                  = "Allow"
      protocol                = "Icmp"
      destination_port_range  = "*"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.20.0.0/28"]
      destination_address_prefixes = [
        "10.20.0.16/28",
        "10.20.0.64/26",
      ]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-web-to-database-Icmp-Out" = {
      description                                = "Reachability (every ICMP type)"
      priority                                   = 2305
      direction                                  = "Outbound"
      access                                     = "Allow"
      protocol                                   = "Icmp"
      destination_port_range                     = "*"
      source_port_ranges                         = ["*"]
      source_address_prefixes                    = ["10.20.0.0/28"]
      destination_application_security_group_ids = ["/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Network/applicationSecurityGroups/asg-database"]
    }
    "Deny-Other-from-NSG-Frontend_2.prod-Out" = {
      description            = "Everything else from api, web; overrides AllowVnetOutBound (65000) and AllowInternetOutBound (65001)"
      priority               = 4096
      direction              = "Outbound"
      access                 = "Deny"
      protocol               = "*"
      destination_port_range = "*"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.20.0.0/27",
        "10.20.0.64/26",
      ]
      destination_address_prefixes = ["*"]
    }
    "Deny-Other-from-NSG-Frontend_2.prod-IPv6-Out" = {
      description                  = "Everything else from api, web; overrides AllowVnetOutBound (65000) and AllowInternetOutBound (65001)"
      priority                     = 4095
      direction                    = "Outbound"
      access                       = "Deny"
      protocol                     = "*"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:20::/64"]
      destination_address_prefixes = ["*"]
    }
  }
}

resource "azurerm_network_security_rule" "frontend__5f2__2eprod_rules" {
  for_each = local.frontend__5f2__2eprod_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = lookup(var.network_security_group_names, "NSG-Frontend_2.prod", "NSG-Frontend_2.prod")

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
    azurerm_network_security_rule.frontend__5f2__2eprod_denies,
  ]
}
