# Written by rulecast from the rule sets:
#
#   unbound
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

################################################################################
# Inputs
################################################################################

locals {
  office_peers_ipv4 = { for label, cidr in var.office_addresses.ipv4 : "ipv4/${label}" => { cidr_ipv4 = cidr } }
  office_peers_ipv6 = { for label, cidr in var.office_addresses.ipv6 : "ipv6/${label}" => { cidr_ipv6 = cidr } }
  office_peers      = merge(local.office_peers_ipv4, local.office_peers_ipv6)

  partner_peers_ipv4 = { for label, cidr in var.partner_addresses.ipv4 : "ipv4/${label}" => { cidr_ipv4 = cidr } }
  partner_peers_ipv6 = { for label, cidr in var.partner_addresses.ipv6 : "ipv6/${label}" => { cidr_ipv6 = cidr } }
  partner_peers      = merge(local.partner_peers_ipv4, local.partner_peers_ipv6)
}

################################################################################
# servers: Servers
################################################################################

resource "aws_security_group" "servers" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}servers-"
  description = "Firewall rules of servers"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}servers" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  # One permission for each address of an input.
  servers_ingress_inputs = merge(
    { for label, peer in local.office_peers_ipv4 : "tcp-443-office/${label}" => merge(peer, {
      description = "Web application"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
    }) },
  )
}

resource "aws_vpc_security_group_ingress_rule" "servers" {
  for_each = local.servers_ingress_inputs

  security_group_id            = aws_security_group.servers.id
  description                  = each.value.description
  ip_protocol                  = each.value.ip_protocol
  from_port                    = try(each.value.from_port, null)
  to_port                      = try(each.value.to_port, null)
  cidr_ipv4                    = try(each.value.cidr_ipv4, null)
  cidr_ipv6                    = try(each.value.cidr_ipv6, null)
  prefix_list_id               = try(each.value.prefix_list_id, null)
  referenced_security_group_id = try(each.value.referenced_security_group_id, null)

  tags = merge(var.tags, { Name = each.key })
}

locals {
  # One permission for each address of an input.
  servers_egress_inputs = merge(
    { for label, peer in local.partner_peers_ipv4 : "tcp-22-partner/${label}" => merge(peer, {
      description = "Deliveries"
      ip_protocol = "tcp"
      from_port   = 22
      to_port     = 22
    }) },
  )
}

resource "aws_vpc_security_group_egress_rule" "servers" {
  for_each = local.servers_egress_inputs

  security_group_id            = aws_security_group.servers.id
  description                  = each.value.description
  ip_protocol                  = each.value.ip_protocol
  from_port                    = try(each.value.from_port, null)
  to_port                      = try(each.value.to_port, null)
  cidr_ipv4                    = try(each.value.cidr_ipv4, null)
  cidr_ipv6                    = try(each.value.cidr_ipv6, null)
  prefix_list_id               = try(each.value.prefix_list_id, null)
  referenced_security_group_id = try(each.value.referenced_security_group_id, null)

  tags = merge(var.tags, { Name = each.key })
}
