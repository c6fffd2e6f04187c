# Written by rulecast from the rule sets:
#
#   other-protocols
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.

################################################################################
# vpn-gateway: VPN gateway
################################################################################

resource "azurerm_network_security_group" "vpn_gateway" {
  name                = lookup(var.network_security_group_names, "nsg-vpn-gateway", "nsg-vpn-gateway")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  vpn_gateway_rules = {
    "Allow-branch-gateways-to-vpn-gateway-Esp-In" = {
      description                  = "IPsec tunnels"
      priority                     = 1835
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Esp"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["203.0.113.64/26"]
      destination_address_prefixes = ["203.0.113.1/32"]
    }
    "Allow-branch-gateways-to-vpn-gateway-Ah-In" = {
      description                  = "IPsec tunnels"
      priority                     = 2464
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Ah"
      destination_port_range       = "*"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["203.0.113.64/26"]
      destination_address_prefixes = ["203.0.113.1/32"]
    }
  }
}

resource "azurerm_network_security_rule" "vpn_gateway_rules" {
  for_each = local.vpn_gateway_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.vpn_gateway.name

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
