# Written by rulecast from the rule sets:
#
#   monitoring
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
    "asg-load-balancers",
  ])

  name                = each.value
  resource_group_name = var.resource_group_name
}

################################################################################
# bastion: Bastion host
################################################################################

resource "azurerm_network_security_group" "bastion" {
  name                = lookup(var.network_security_group_names, "nsg-bastion", "nsg-bastion")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  bastion_rules = {
    "Allow-operators-to-bastion-Tcp-22-In" = {
      description                  = "Administration"
      priority                     = 1307
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "22"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["198.51.100.0/24"]
      destination_address_prefixes = ["10.30.0.5/32"]
    }
    "Allow-operators-to-bastion-Tcp-22-IPv6-In" = {
      description                  = "Administration"
      priority                     = 1821
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "22"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:ff00::/40"]
      destination_address_prefixes = ["2001:db8:30::5/128"]
    }
    # Wider: network security groups do not match the program.
    "Allow-monitoring-server-to-bastion-Tcp-9100-from-32768-60999-In" = {
      description                  = "Metrics of the agent (every program)"
      priority                     = 2556
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "9100"
      source_port_ranges           = ["32768-60999"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = ["10.30.0.5/32"]
    }
    # Wider: network security groups do not match the program.
    "Allow-monitoring-server-to-bastion-Tcp-9100-from-32768-60999-IPv6-In" = {
      description                  = "Metrics of the agent (every program)"
      priority                     = 3011
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "9100"
      source_port_ranges           = ["32768-60999"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = ["2001:db8:30::5/128"]
    }
    "Allow-partner-gateway-to-bastion-Esp-In" = {
      description                  = "Tunnel of the partner"
      priority                     = 1790
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Esp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["203.0.113.7/32"]
      destination_address_prefixes = ["10.30.0.5/32"]
    }
    "Allow-bastion-to-monitoring-server-Udp-123-from-123-Out" = {
      description                  = "Time service"
      priority                     = 1700
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "123"
      source_port_ranges           = ["123"]
      source_address_prefixes      = ["10.30.0.5/32"]
      destination_address_prefixes = ["10.30.0.10/32"]
    }
    "Allow-bastion-to-monitoring-server-Udp-123-from-123-IPv6-Out" = {
      description                  = "Time service"
      priority                     = 2784
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "123"
      source_port_ranges           = ["123"]
      source_address_prefixes      = ["2001:db8:30::5/128"]
      destination_address_prefixes = ["2001:db8:30::10/128"]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-bastion-to-databases-Icmp-Out" = {
      description             = "Reachability (every ICMP type)"
      priority                = 3159
      direction               = "Outbound"
      access                  = "Allow"
      protocol                = "Icmp"
      destination_port_range  = "*"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.30.0.5/32"]
      destination_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-bastion-to-web-servers-Icmp-Out" = {
      description                  = "Reachability (every ICMP type)"
      priority                     = 1663
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Icmp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.0.5/32"]
      destination_address_prefixes = ["10.30.1.0/24"]
    }
    "Allow-bastion-to-databases-Any-Out" = {
      description             = "Emergency access"
      priority                = 1557
      direction               = "Outbound"
      access                  = "Allow"
      protocol                = "*"
      destination_port_range  = "*"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.30.0.5/32"]
      destination_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
    }
    "Allow-bastion-to-databases-Any-IPv6-Out" = {
      description                  = "Emergency access"
      priority                     = 3567
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "*"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30::5/128"]
      destination_address_prefixes = ["2001:db8:30:2::/64"]
    }
  }
}

resource "azurerm_network_security_rule" "bastion_rules" {
  for_each = local.bastion_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.bastion.name

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
# databases: Database cluster
################################################################################

resource "azurerm_network_security_group" "databases" {
  name                = lookup(var.network_security_group_names, "nsg-databases", "nsg-databases")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  databases_denies = {
    "Deny-guests-to-databases-Tcp-Any-In" = {
      description             = "Guests never reach the databases"
      priority                = 975
      direction               = "Inbound"
      access                  = "Deny"
      protocol                = "Tcp"
      destination_port_range  = "*"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["192.168.100.0/24"]
      destination_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
    }
  }
}

resource "azurerm_network_security_rule" "databases_denies" {
  for_each = local.databases_denies

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

locals {
  databases_rules = {
    "Allow-databases-to-databases-Tcp-5432-In" = {
      description            = "Replication inside the cluster and its heartbeat"
      priority               = 3677
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "5432"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
      destination_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
    }
    "Allow-databases-to-databases-Tcp-5432-IPv6-In" = {
      description                  = "Replication inside the cluster and its heartbeat"
      priority                     = 3431
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "5432"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30:2::/64"]
      destination_address_prefixes = ["2001:db8:30:2::/64"]
    }
    "Allow-databases-to-databases-Tcp-7000-7003-In" = {
      description            = "Replication inside the cluster and its heartbeat"
      priority               = 2483
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "7000-7003"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
      destination_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
    }
    "Allow-databases-to-databases-Tcp-7000-7003-IPv6-In" = {
      description                  = "Replication inside the cluster and its heartbeat"
      priority                     = 1382
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "7000-7003"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30:2::/64"]
      destination_address_prefixes = ["2001:db8:30:2::/64"]
    }
    # Wider: network security groups do not match the program.
    "Allow-monitoring-server-to-databases-Tcp-9100-from-32768-60999-In" = {
      description             = "Metrics of the agent (every program)"
      priority                = 3373
      direction               = "Inbound"
      access                  = "Allow"
      protocol                = "Tcp"
      destination_port_range  = "9100"
      source_port_ranges      = ["32768-60999"]
      source_address_prefixes = ["10.30.0.10/32"]
      destination_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
    }
    # Wider: network security groups do not match the program.
    "Allow-monitoring-server-to-databases-Tcp-9100-from-32768-60999-IPv6-In" = {
      description                  = "Metrics of the agent (every program)"
      priority                     = 2857
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "9100"
      source_port_ranges           = ["32768-60999"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = ["2001:db8:30:2::/64"]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-bastion-to-databases-Icmp-In" = {
      description             = "Reachability (every ICMP type)"
      priority                = 3499
      direction               = "Inbound"
      access                  = "Allow"
      protocol                = "Icmp"
      destination_port_range  = "*"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.30.0.5/32"]
      destination_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-monitoring-server-to-databases-Icmp-In" = {
      description             = "Reachability (every ICMP type)"
      priority                = 3438
      direction               = "Inbound"
      access                  = "Allow"
      protocol                = "Icmp"
      destination_port_range  = "*"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.30.0.10/32"]
      destination_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
    }
    "Allow-bastion-to-databases-Any-In" = {
      description             = "Emergency access"
      priority                = 3946
      direction               = "Inbound"
      access                  = "Allow"
      protocol                = "*"
      destination_port_range  = "*"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.30.0.5/32"]
      destination_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
    }
    "Allow-bastion-to-databases-Any-IPv6-In" = {
      description                  = "Emergency access"
      priority                     = 3732
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "*"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30::5/128"]
      destination_address_prefixes = ["2001:db8:30:2::/64"]
    }
    "Allow-databases-to-backup-store-Tcp-443-Out" = {
      description            = "Nightly backups"
      priority               = 2340
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "443"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
      destination_address_prefixes = ["Storage"]
    }
    "Allow-databases-to-backup-store-Tcp-443-IPv6-Out" = {
      description                  = "Nightly backups"
      priority                     = 1097
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30:2::/64"]
      destination_address_prefixes = ["Storage"]
    }
    "Allow-databases-to-databases-Tcp-5432-Out" = {
      description            = "Replication inside the cluster and its heartbeat"
      priority               = 1439
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "5432"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
      destination_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
    }
    "Allow-databases-to-databases-Tcp-5432-IPv6-Out" = {
      description                  = "Replication inside the cluster and its heartbeat"
      priority                     = 1742
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "5432"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30:2::/64"]
      destination_address_prefixes = ["2001:db8:30:2::/64"]
    }
    "Allow-databases-to-databases-Tcp-7000-7003-Out" = {
      description            = "Replication inside the cluster and its heartbeat"
      priority               = 3969
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Tcp"
      destination_port_range = "7000-7003"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
      destination_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
    }
    "Allow-databases-to-databases-Tcp-7000-7003-IPv6-Out" = {
      description                  = "Replication inside the cluster and its heartbeat"
      priority                     = 1318
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "7000-7003"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30:2::/64"]
      destination_address_prefixes = ["2001:db8:30:2::/64"]
    }
    "Allow-databases-to-monitoring-server-Udp-123-from-123-Out" = {
      description            = "Time service"
      priority               = 2800
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Udp"
      destination_port_range = "123"
      source_port_ranges     = ["123"]
      source_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
      destination_address_prefixes = ["10.30.0.10/32"]
    }
    "Allow-databases-to-monitoring-server-Udp-123-from-123-IPv6-Out" = {
      description                  = "Time service"
      priority                     = 2892
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "123"
      source_port_ranges           = ["123"]
      source_address_prefixes      = ["2001:db8:30:2::/64"]
      destination_address_prefixes = ["2001:db8:30::10/128"]
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

  # An allow is never there without the denies that are its exceptions.
  depends_on = [
    azurerm_network_security_rule.databases_denies,
  ]
}

################################################################################
# load-balancers: Load balancers in an existing security group
################################################################################

resource "azurerm_network_security_group" "load_balancers" {
  name                = lookup(var.network_security_group_names, "nsg-load-balancers", "nsg-load-balancers")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  load_balancers_rules = {
    "Allow-load-balancers-to-web-servers-Tcp-443-Out" = {
      description                           = "Traffic of the shop"
      priority                              = 3061
      direction                             = "Outbound"
      access                                = "Allow"
      protocol                              = "Tcp"
      destination_port_range                = "443"
      source_port_ranges                    = ["*"]
      source_application_security_group_ids = [data.azurerm_application_security_group.this["asg-load-balancers"].id]
      destination_address_prefixes          = ["10.30.1.0/24"]
    }
    "Allow-load-balancers-to-web-servers-Tcp-443-IPv6-Out" = {
      description                           = "Traffic of the shop"
      priority                              = 2785
      direction                             = "Outbound"
      access                                = "Allow"
      protocol                              = "Tcp"
      destination_port_range                = "443"
      source_port_ranges                    = ["*"]
      source_application_security_group_ids = [data.azurerm_application_security_group.this["asg-load-balancers"].id]
      destination_address_prefixes          = ["2001:db8:30:1::/64"]
    }
  }
}

resource "azurerm_network_security_rule" "load_balancers_rules" {
  for_each = local.load_balancers_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.load_balancers.name

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
# monitoring-server: Monitoring server
################################################################################

resource "azurerm_network_security_group" "monitoring_server" {
  name                = lookup(var.network_security_group_names, "nsg-monitoring-server", "nsg-monitoring-server")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  monitoring_server_rules = {
    "Allow-bastion-to-monitoring-server-Udp-123-from-123-In" = {
      description                  = "Time service"
      priority                     = 3874
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "123"
      source_port_ranges           = ["123"]
      source_address_prefixes      = ["10.30.0.5/32"]
      destination_address_prefixes = ["10.30.0.10/32"]
    }
    "Allow-bastion-to-monitoring-server-Udp-123-from-123-IPv6-In" = {
      description                  = "Time service"
      priority                     = 2249
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "123"
      source_port_ranges           = ["123"]
      source_address_prefixes      = ["2001:db8:30::5/128"]
      destination_address_prefixes = ["2001:db8:30::10/128"]
    }
    "Allow-databases-to-monitoring-server-Udp-123-from-123-In" = {
      description            = "Time service"
      priority               = 2957
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Udp"
      destination_port_range = "123"
      source_port_ranges     = ["123"]
      source_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
      destination_address_prefixes = ["10.30.0.10/32"]
    }
    "Allow-databases-to-monitoring-server-Udp-123-from-123-IPv6-In" = {
      description                  = "Time service"
      priority                     = 2791
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "123"
      source_port_ranges           = ["123"]
      source_address_prefixes      = ["2001:db8:30:2::/64"]
      destination_address_prefixes = ["2001:db8:30::10/128"]
    }
    "Allow-web-servers-to-monitoring-server-Udp-123-from-123-In" = {
      description                  = "Time service"
      priority                     = 1897
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "123"
      source_port_ranges           = ["123"]
      source_address_prefixes      = ["10.30.1.0/24"]
      destination_address_prefixes = ["10.30.0.10/32"]
    }
    "Allow-web-servers-to-monitoring-server-Udp-123-from-123-IPv6-In" = {
      description                  = "Time service"
      priority                     = 1592
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "123"
      source_port_ranges           = ["123"]
      source_address_prefixes      = ["2001:db8:30:1::/64"]
      destination_address_prefixes = ["2001:db8:30::10/128"]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-web-servers-to-monitoring-server-Icmp-In" = {
      description                  = "Path MTU discovery (every ICMP type)"
      priority                     = 2456
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Icmp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.1.0/24"]
      destination_address_prefixes = ["10.30.0.10/32"]
    }
    "Allow-monitoring-server-to-mail-relay-Tcp-443-Out" = {
      description                  = "Alarms by mail, and the status page"
      priority                     = 3492
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = values(var.mail_relay_addresses.ipv4)
    }
    "Allow-monitoring-server-to-mail-relay-Tcp-443-IPv6-Out" = {
      description                  = "Alarms by mail, and the status page"
      priority                     = 3256
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = values(var.mail_relay_addresses.ipv6)
    }
    "Allow-monitoring-server-to-status-page-Tcp-443-Out" = {
      description                  = "Alarms by mail, and the status page"
      priority                     = 2815
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = values(var.status_page_addresses.ipv4)
    }
    "Allow-monitoring-server-to-status-page-Tcp-443-IPv6-Out" = {
      description                  = "Alarms by mail, and the status page"
      priority                     = 2765
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = values(var.status_page_addresses.ipv6)
    }
    "Allow-monitoring-server-to-web-servers-Tcp-443-Out" = {
      description                  = "Probes of \"/health\" & \"/ready\" -> alarms"
      priority                     = 1937
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = ["10.30.1.0/24"]
    }
    "Allow-monitoring-server-to-web-servers-Tcp-443-IPv6-Out" = {
      description                  = "Probes of \"/health\" & \"/ready\" -> alarms"
      priority                     = 3740
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = ["2001:db8:30:1::/64"]
    }
    "Allow-monitoring-server-to-mail-relay-Tcp-587-Out" = {
      description                  = "Alarms by mail, and the status page"
      priority                     = 3763
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "587"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = values(var.mail_relay_addresses.ipv4)
    }
    "Allow-monitoring-server-to-mail-relay-Tcp-587-IPv6-Out" = {
      description                  = "Alarms by mail, and the status page"
      priority                     = 1249
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "587"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = values(var.mail_relay_addresses.ipv6)
    }
    "Allow-monitoring-server-to-status-page-Tcp-587-Out" = {
      description                  = "Alarms by mail, and the status page"
      priority                     = 3993
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "587"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = values(var.status_page_addresses.ipv4)
    }
    "Allow-monitoring-server-to-status-page-Tcp-587-IPv6-Out" = {
      description                  = "Alarms by mail, and the status page"
      priority                     = 1256
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "587"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = values(var.status_page_addresses.ipv6)
    }
    "Allow-monitoring-server-to-web-servers-Tcp-8080-Out" = {
      description                  = "Probes of \"/health\" & \"/ready\" -> alarms"
      priority                     = 2547
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "8080"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = ["10.30.1.0/24"]
    }
    "Allow-monitoring-server-to-web-servers-Tcp-8080-IPv6-Out" = {
      description                  = "Probes of \"/health\" & \"/ready\" -> alarms"
      priority                     = 2079
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "8080"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = ["2001:db8:30:1::/64"]
    }
    "Allow-monitoring-server-to-web-servers-Tcp-8443-8444-Out" = {
      description                  = "Probes of \"/health\" & \"/ready\" -> alarms"
      priority                     = 3836
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "8443-8444"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = ["10.30.1.0/24"]
    }
    "Allow-monitoring-server-to-web-servers-Tcp-8443-8444-IPv6-Out" = {
      description                  = "Probes of \"/health\" & \"/ready\" -> alarms"
      priority                     = 3869
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "8443-8444"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = ["2001:db8:30:1::/64"]
    }
    "Allow-monitoring-server-to-bastion-Tcp-9100-from-32768-60999-Out" = {
      description                  = "Metrics of the agent"
      priority                     = 3580
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "9100"
      source_port_ranges           = ["32768-60999"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = ["10.30.0.5/32"]
    }
    "Allow-monitoring-server-to-bastion-Tcp-9100-from-32768-60999-IPv6-Out" = {
      description                  = "Metrics of the agent"
      priority                     = 1062
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "9100"
      source_port_ranges           = ["32768-60999"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = ["2001:db8:30::5/128"]
    }
    "Allow-monitoring-server-to-databases-Tcp-9100-from-32768-60999-Out" = {
      description             = "Metrics of the agent"
      priority                = 3589
      direction               = "Outbound"
      access                  = "Allow"
      protocol                = "Tcp"
      destination_port_range  = "9100"
      source_port_ranges      = ["32768-60999"]
      source_address_prefixes = ["10.30.0.10/32"]
      destination_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
    }
    "Allow-monitoring-server-to-databases-Tcp-9100-from-32768-60999-IPv6-Out" = {
      description                  = "Metrics of the agent"
      priority                     = 2315
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "9100"
      source_port_ranges           = ["32768-60999"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = ["2001:db8:30:2::/64"]
    }
    "Allow-monitoring-server-to-web-servers-Tcp-9100-from-32768-60999-Out" = {
      description                  = "Metrics of the agent"
      priority                     = 2824
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "9100"
      source_port_ranges           = ["32768-60999"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = ["10.30.1.0/24"]
    }
    "Allow-monitoring-server-to-web-servers-Tcp-9100-from-32768-60999-IPv6-Out" = {
      description                  = "Metrics of the agent"
      priority                     = 1115
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "9100"
      source_port_ranges           = ["32768-60999"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = ["2001:db8:30:1::/64"]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-monitoring-server-to-databases-Icmp-Out" = {
      description             = "Reachability (every ICMP type)"
      priority                = 1697
      direction               = "Outbound"
      access                  = "Allow"
      protocol                = "Icmp"
      destination_port_range  = "*"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.30.0.10/32"]
      destination_address_prefixes = [
        "10.30.2.0/24",
        "10.30.3.10/31",
        "10.30.3.12/31",
      ]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-monitoring-server-to-status-page-Icmp-Out" = {
      description                  = "The status page is watched too (every ICMP type)"
      priority                     = 3829
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Icmp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = values(var.status_page_addresses.ipv4)
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-monitoring-server-to-web-servers-Icmp-Out" = {
      description                  = "Reachability (every ICMP type)"
      priority                     = 1766
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Icmp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = ["10.30.1.0/24"]
    }
  }
}

resource "azurerm_network_security_rule" "monitoring_server_rules" {
  # Where an input has addresses of one family only, the rule of the other one is for nobody.
  for_each = {
    for name, rule in local.monitoring_server_rules : name => rule
    if length(try(rule.source_address_prefixes, ["*"])) > 0 && length(try(rule.destination_address_prefixes, ["*"])) > 0
  }

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.monitoring_server.name

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
    "Allow-load-balancers-to-web-servers-Tcp-443-In" = {
      description                           = "Traffic of the shop"
      priority                              = 1185
      direction                             = "Inbound"
      access                                = "Allow"
      protocol                              = "Tcp"
      destination_port_range                = "443"
      source_port_ranges                    = ["*"]
      source_application_security_group_ids = [data.azurerm_application_security_group.this["asg-load-balancers"].id]
      destination_address_prefixes          = ["10.30.1.0/24"]
    }
    "Allow-load-balancers-to-web-servers-Tcp-443-IPv6-In" = {
      description                           = "Traffic of the shop"
      priority                              = 2167
      direction                             = "Inbound"
      access                                = "Allow"
      protocol                              = "Tcp"
      destination_port_range                = "443"
      source_port_ranges                    = ["*"]
      source_application_security_group_ids = [data.azurerm_application_security_group.this["asg-load-balancers"].id]
      destination_address_prefixes          = ["2001:db8:30:1::/64"]
    }
    "Allow-monitoring-server-to-web-servers-Tcp-443-In" = {
      description                  = "Probes of \"/health\" & \"/ready\" -> alarms"
      priority                     = 1186
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = ["10.30.1.0/24"]
    }
    "Allow-monitoring-server-to-web-servers-Tcp-443-IPv6-In" = {
      description                  = "Probes of \"/health\" & \"/ready\" -> alarms"
      priority                     = 2128
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = ["2001:db8:30:1::/64"]
    }
    "Allow-monitoring-server-to-web-servers-Tcp-8080-In" = {
      description                  = "Probes of \"/health\" & \"/ready\" -> alarms"
      priority                     = 2741
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "8080"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = ["10.30.1.0/24"]
    }
    "Allow-monitoring-server-to-web-servers-Tcp-8080-IPv6-In" = {
      description                  = "Probes of \"/health\" & \"/ready\" -> alarms"
      priority                     = 3653
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "8080"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = ["2001:db8:30:1::/64"]
    }
    "Allow-monitoring-server-to-web-servers-Tcp-8443-8444-In" = {
      description                  = "Probes of \"/health\" & \"/ready\" -> alarms"
      priority                     = 2196
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "8443-8444"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = ["10.30.1.0/24"]
    }
    "Allow-monitoring-server-to-web-servers-Tcp-8443-8444-IPv6-In" = {
      description                  = "Probes of \"/health\" & \"/ready\" -> alarms"
      priority                     = 1814
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "8443-8444"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = ["2001:db8:30:1::/64"]
    }
    # Wider: network security groups do not match the program.
    "Allow-monitoring-server-to-web-servers-Tcp-9100-from-32768-60999-In" = {
      description                  = "Metrics of the agent (every program)"
      priority                     = 2694
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "9100"
      source_port_ranges           = ["32768-60999"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = ["10.30.1.0/24"]
    }
    # Wider: network security groups do not match the program.
    "Allow-monitoring-server-to-web-servers-Tcp-9100-from-32768-60999-IPv6-In" = {
      description                  = "Metrics of the agent (every program)"
      priority                     = 2281
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "9100"
      source_port_ranges           = ["32768-60999"]
      source_address_prefixes      = ["2001:db8:30::10/128"]
      destination_address_prefixes = ["2001:db8:30:1::/64"]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-bastion-to-web-servers-Icmp-In" = {
      description                  = "Reachability (every ICMP type)"
      priority                     = 1153
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Icmp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.0.5/32"]
      destination_address_prefixes = ["10.30.1.0/24"]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-monitoring-server-to-web-servers-Icmp-In" = {
      description                  = "Reachability (every ICMP type)"
      priority                     = 2056
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Icmp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.0.10/32"]
      destination_address_prefixes = ["10.30.1.0/24"]
    }
    "Allow-web-servers-to-monitoring-server-Udp-123-from-123-Out" = {
      description                  = "Time service"
      priority                     = 2477
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "123"
      source_port_ranges           = ["123"]
      source_address_prefixes      = ["10.30.1.0/24"]
      destination_address_prefixes = ["10.30.0.10/32"]
    }
    "Allow-web-servers-to-monitoring-server-Udp-123-from-123-IPv6-Out" = {
      description                  = "Time service"
      priority                     = 3655
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "123"
      source_port_ranges           = ["123"]
      source_address_prefixes      = ["2001:db8:30:1::/64"]
      destination_address_prefixes = ["2001:db8:30::10/128"]
    }
    # Wider: network security groups do not match the ICMP type.
    "Allow-web-servers-to-monitoring-server-Icmp-Out" = {
      description                  = "Path MTU discovery (every ICMP type)"
      priority                     = 1468
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Icmp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.30.1.0/24"]
      destination_address_prefixes = ["10.30.0.10/32"]
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
