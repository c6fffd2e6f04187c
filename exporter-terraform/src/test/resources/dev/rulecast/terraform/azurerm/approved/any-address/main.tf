# Written by rulecast from the rule sets:
#
#   any-address
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.

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
    "Allow-internet-to-web-servers-Tcp-443-In" = {
      description                  = "Public web site"
      priority                     = 3870
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["*"]
      destination_address_prefixes = ["198.51.100.0/28"]
    }
    "Allow-internet-to-web-servers-Tcp-443-IPv6-In" = {
      description                  = "Public web site"
      priority                     = 1058
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["*"]
      destination_address_prefixes = ["2001:db8:80::/64"]
    }
    "Allow-web-servers-to-ipv4-internet-Udp-123-Out" = {
      description                  = "Time"
      priority                     = 3981
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Udp"
      destination_port_range       = "123"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["198.51.100.0/28"]
      destination_address_prefixes = ["0.0.0.0/0"]
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
