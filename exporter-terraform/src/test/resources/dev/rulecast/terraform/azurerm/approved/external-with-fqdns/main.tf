# Written by rulecast from the rule sets:
#
#   external-with-fqdns
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.

################################################################################
# mail-gateways: Mail gateways
################################################################################

resource "azurerm_network_security_group" "mail_gateways" {
  name                = lookup(var.network_security_group_names, "nsg-mail-gateways", "nsg-mail-gateways")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  mail_gateways_rules = {
    "Allow-microsoft-365-to-mail-gateways-Tcp-25-In" = {
      description                  = "Mail from Microsoft 365"
      priority                     = 2151
      direction                    = "Inbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "25"
      source_port_ranges           = ["*"]
      source_address_prefixes      = values(var.microsoft_365_addresses.ipv4)
      destination_address_prefixes = ["10.4.0.0/28"]
    }
    "Allow-mail-gateways-to-microsoft-365-Tcp-25-Out" = {
      description                  = "Mail to Microsoft 365"
      priority                     = 1974
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "25"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.4.0.0/28"]
      destination_address_prefixes = values(var.microsoft_365_addresses.ipv4)
    }
    "Allow-mail-gateways-to-microsoft-365-Tcp-443-Out" = {
      description                  = "Mail to Microsoft 365"
      priority                     = 1463
      direction                    = "Outbound"
      access                       = "Allow"
      protocol                     = "Tcp"
      destination_port_range       = "443"
      source_port_ranges           = ["*"]
      source_address_prefixes      = ["10.4.0.0/28"]
      destination_address_prefixes = values(var.microsoft_365_addresses.ipv4)
    }
  }
}

resource "azurerm_network_security_rule" "mail_gateways_rules" {
  for_each = local.mail_gateways_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.mail_gateways.name

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
