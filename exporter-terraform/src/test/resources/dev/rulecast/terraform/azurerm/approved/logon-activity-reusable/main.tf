# Written by rulecast from the rule sets:
#
#   logon-activity
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.

################################################################################
# auditor-server: Netwrix Auditor Server
################################################################################

resource "azurerm_network_security_group" "auditor_server" {
  name                = lookup(var.network_security_group_names, "nsg-auditor-server", "nsg-auditor-server")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  auditor_server_rules = {
    "Allow-auditor-server-to-dns-server-Tcp-53-from-1024-65535-Out" = {
      description                  = "DNS client"
      priority                     = 2983
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "53"
      source_port_ranges           = ["1024-65535"]
      source_address_prefixes      = concat(values(var.auditor_server_addresses.ipv4), values(var.auditor_server_addresses.ipv6))
      destination_address_prefixes = concat(values(var.dns_server_addresses.ipv4), values(var.dns_server_addresses.ipv6))
    }
    "Allow-auditor-server-to-domain-controllers-Tcp-135-from-1024-65535-Out" = {
      description                  = "Service Control Manager Remote Protocol (RPC). Core Service installation; Windows Management Instrumentation. Firewall configuration"
      priority                     = 3906
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "135"
      source_port_ranges           = ["1024-65535"]
      source_address_prefixes      = concat(values(var.auditor_server_addresses.ipv4), values(var.auditor_server_addresses.ipv6))
      destination_address_prefixes = concat(values(var.domain_controllers_addresses.ipv4), values(var.domain_controllers_addresses.ipv6))
    }
    "Allow-auditor-server-to-domain-controllers-Tcp-389-from-1024-65535-Out" = {
      description                  = "LDAP. DC query, account resolve"
      priority                     = 2566
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "389"
      source_port_ranges           = ["1024-65535"]
      source_address_prefixes      = concat(values(var.auditor_server_addresses.ipv4), values(var.auditor_server_addresses.ipv6))
      destination_address_prefixes = concat(values(var.domain_controllers_addresses.ipv4), values(var.domain_controllers_addresses.ipv6))
    }
    "Allow-auditor-server-to-domain-controllers-Tcp-445-from-1024-65535-Out" = {
      description                  = "SMB 2.0/3.0"
      priority                     = 1420
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "445"
      source_port_ranges           = ["1024-65535"]
      source_address_prefixes      = concat(values(var.auditor_server_addresses.ipv4), values(var.auditor_server_addresses.ipv6))
      destination_address_prefixes = concat(values(var.domain_controllers_addresses.ipv4), values(var.domain_controllers_addresses.ipv6))
    }
    "Allow-auditor-server-to-domain-controllers-Tcp-1024-65535-from-1024-65535-Out" = {
      description                  = "Windows Management Instrumentation. Firewall configuration"
      priority                     = 2816
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "1024-65535"
      source_port_ranges           = ["1024-65535"]
      source_address_prefixes      = concat(values(var.auditor_server_addresses.ipv4), values(var.auditor_server_addresses.ipv6))
      destination_address_prefixes = concat(values(var.domain_controllers_addresses.ipv4), values(var.domain_controllers_addresses.ipv6))
    }
    "Allow-auditor-server-to-domain-controllers-Udp-137-139-Out" = {
      description                  = "Service Control Manager Remote Protocol (RPC). Core Service installation"
      priority                     = 3780
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "137-139"
      source_port_ranges           = ["*"]
      source_address_prefixes      = concat(values(var.auditor_server_addresses.ipv4), values(var.auditor_server_addresses.ipv6))
      destination_address_prefixes = concat(values(var.domain_controllers_addresses.ipv4), values(var.domain_controllers_addresses.ipv6))
    }
  }
}

resource "azurerm_network_security_rule" "auditor_server_rules" {
  for_each = local.auditor_server_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.auditor_server.name

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

  lifecycle {
    precondition {
      condition = length(distinct([
        for prefix in concat(try(each.value.source_address_prefixes, []), try(each.value.destination_address_prefixes, [])) :
        can(regex(":", prefix)) if can(regex("/", prefix))
      ])) < 2
      error_message = "The addresses of both ends must be of one family in ${each.key}."
    }
  }
}

################################################################################
# dns-server: DNS Server
################################################################################

resource "azurerm_network_security_group" "dns_server" {
  name                = lookup(var.network_security_group_names, "nsg-dns-server", "nsg-dns-server")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  dns_server_rules = {
    "Allow-auditor-server-to-dns-server-Tcp-53-from-1024-65535-In" = {
      description                  = "DNS client"
      priority                     = 2838
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "53"
      source_port_ranges           = ["1024-65535"]
      source_address_prefixes      = concat(values(var.auditor_server_addresses.ipv4), values(var.auditor_server_addresses.ipv6))
      destination_address_prefixes = concat(values(var.dns_server_addresses.ipv4), values(var.dns_server_addresses.ipv6))
    }
  }
}

resource "azurerm_network_security_rule" "dns_server_rules" {
  for_each = local.dns_server_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.dns_server.name

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

  lifecycle {
    precondition {
      condition = length(distinct([
        for prefix in concat(try(each.value.source_address_prefixes, []), try(each.value.destination_address_prefixes, [])) :
        can(regex(":", prefix)) if can(regex("/", prefix))
      ])) < 2
      error_message = "The addresses of both ends must be of one family in ${each.key}."
    }
  }
}

################################################################################
# domain-controllers: Domain controllers
################################################################################

resource "azurerm_network_security_group" "domain_controllers" {
  name                = lookup(var.network_security_group_names, "nsg-domain-controllers", "nsg-domain-controllers")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  domain_controllers_rules = {
    "Allow-auditor-server-to-domain-controllers-Tcp-135-from-1024-65535-In" = {
      description                  = "Service Control Manager Remote Protocol (RPC). Core Service installation; Windows Management Instrumentation. Firewall configuration"
      priority                     = 3938
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "135"
      source_port_ranges           = ["1024-65535"]
      source_address_prefixes      = concat(values(var.auditor_server_addresses.ipv4), values(var.auditor_server_addresses.ipv6))
      destination_address_prefixes = concat(values(var.domain_controllers_addresses.ipv4), values(var.domain_controllers_addresses.ipv6))
    }
    "Allow-auditor-server-to-domain-controllers-Tcp-389-from-1024-65535-In" = {
      description                  = "LDAP. DC query, account resolve"
      priority                     = 1268
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "389"
      source_port_ranges           = ["1024-65535"]
      source_address_prefixes      = concat(values(var.auditor_server_addresses.ipv4), values(var.auditor_server_addresses.ipv6))
      destination_address_prefixes = concat(values(var.domain_controllers_addresses.ipv4), values(var.domain_controllers_addresses.ipv6))
    }
    "Allow-auditor-server-to-domain-controllers-Tcp-445-from-1024-65535-In" = {
      description                  = "SMB 2.0/3.0"
      priority                     = 3922
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "445"
      source_port_ranges           = ["1024-65535"]
      source_address_prefixes      = concat(values(var.auditor_server_addresses.ipv4), values(var.auditor_server_addresses.ipv6))
      destination_address_prefixes = concat(values(var.domain_controllers_addresses.ipv4), values(var.domain_controllers_addresses.ipv6))
    }
    "Allow-auditor-server-to-domain-controllers-Tcp-1024-65535-from-1024-65535-In" = {
      description                  = "Windows Management Instrumentation. Firewall configuration"
      priority                     = 2378
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "1024-65535"
      source_port_ranges           = ["1024-65535"]
      source_address_prefixes      = concat(values(var.auditor_server_addresses.ipv4), values(var.auditor_server_addresses.ipv6))
      destination_address_prefixes = concat(values(var.domain_controllers_addresses.ipv4), values(var.domain_controllers_addresses.ipv6))
    }
    "Allow-auditor-server-to-domain-controllers-Udp-137-139-In" = {
      description                  = "Service Control Manager Remote Protocol (RPC). Core Service installation"
      priority                     = 1926
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "137-139"
      source_port_ranges           = ["*"]
      source_address_prefixes      = concat(values(var.auditor_server_addresses.ipv4), values(var.auditor_server_addresses.ipv6))
      destination_address_prefixes = concat(values(var.domain_controllers_addresses.ipv4), values(var.domain_controllers_addresses.ipv6))
    }
  }
}

resource "azurerm_network_security_rule" "domain_controllers_rules" {
  for_each = local.domain_controllers_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.domain_controllers.name

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

  lifecycle {
    precondition {
      condition = length(distinct([
        for prefix in concat(try(each.value.source_address_prefixes, []), try(each.value.destination_address_prefixes, [])) :
        can(regex(":", prefix)) if can(regex("/", prefix))
      ])) < 2
      error_message = "The addresses of both ends must be of one family in ${each.key}."
    }
  }
}
