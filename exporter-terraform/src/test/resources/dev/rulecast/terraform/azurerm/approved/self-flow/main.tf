# Written by rulecast from the rule sets:
#
#   self-flow
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a rule is its name, made of what the rule is for (endpoints, protocol,
# ports), never of a position, so that adding or removing one leaves all others alone.

################################################################################
# cluster-nodes: Cluster nodes
################################################################################

resource "azurerm_network_security_group" "cluster_nodes" {
  name                = lookup(var.network_security_group_names, "nsg-cluster-nodes", "nsg-cluster-nodes")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  cluster_nodes_rules = {
    "Allow-cluster-nodes-to-cluster-nodes-Udp-3343-In" = {
      description            = "Cluster heartbeat"
      priority               = 1317
      direction              = "Inbound"
      access                 = "Allow"
      protocol               = "Udp"
      destination_port_range = "3343"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.5.0.11/32",
        "10.5.0.12/32",
      ]
      destination_address_prefixes = [
        "10.5.0.11/32",
        "10.5.0.12/32",
      ]
    }
    "Allow-witness-to-cluster-nodes-Udp-3343-In" = {
      description             = "Cluster heartbeat"
      priority                = 3556
      direction               = "Inbound"
      access                  = "Allow"
      protocol                = "Udp"
      destination_port_range  = "3343"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.5.0.20/32"]
      destination_address_prefixes = [
        "10.5.0.11/32",
        "10.5.0.12/32",
      ]
    }
    "Allow-cluster-nodes-to-cluster-nodes-Udp-3343-Out" = {
      description            = "Cluster heartbeat"
      priority               = 2461
      direction              = "Outbound"
      access                 = "Allow"
      protocol               = "Udp"
      destination_port_range = "3343"
      source_port_ranges     = ["*"]
      source_address_prefixes = [
        "10.5.0.11/32",
        "10.5.0.12/32",
      ]
      destination_address_prefixes = [
        "10.5.0.11/32",
        "10.5.0.12/32",
      ]
    }
  }
}

resource "azurerm_network_security_rule" "cluster_nodes_rules" {
  for_each = local.cluster_nodes_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.cluster_nodes.name

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
# witness: Witness
################################################################################

resource "azurerm_network_security_group" "witness" {
  name                = lookup(var.network_security_group_names, "nsg-witness", "nsg-witness")
  resource_group_name = var.resource_group_name
  location            = var.location
  tags                = var.tags
}

locals {
  witness_rules = {
    "Allow-witness-to-cluster-nodes-Udp-3343-Out" = {
      description             = "Cluster heartbeat"
      priority                = 1837
      direction               = "Outbound"
      access                  = "Allow"
      protocol                = "Udp"
      destination_port_range  = "3343"
      source_port_ranges      = ["*"]
      source_address_prefixes = ["10.5.0.20/32"]
      destination_address_prefixes = [
        "10.5.0.11/32",
        "10.5.0.12/32",
      ]
    }
  }
}

resource "azurerm_network_security_rule" "witness_rules" {
  for_each = local.witness_rules

  resource_group_name         = var.resource_group_name
  network_security_group_name = azurerm_network_security_group.witness.name

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
