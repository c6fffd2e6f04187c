# Written by rulecast from the rule sets:
#
#   external-with-fqdns
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

################################################################################
# Inputs
################################################################################

locals {
  microsoft_365_peers_ipv4 = { for label, cidr in var.microsoft_365_addresses.ipv4 : "ipv4/${label}" => { cidr_ipv4 = cidr } }
  microsoft_365_peers_ipv6 = { for label, cidr in var.microsoft_365_addresses.ipv6 : "ipv6/${label}" => { cidr_ipv6 = cidr } }
  microsoft_365_peers      = merge(local.microsoft_365_peers_ipv4, local.microsoft_365_peers_ipv6)
}

################################################################################
# mail-gateways: Mail gateways
################################################################################

resource "aws_security_group" "mail_gateways" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}mail-gateways-"
  description = "Firewall rules of mail-gateways"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}mail-gateways" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  # One permission for each address of an input.
  mail_gateways_ingress_inputs = merge(
    { for label, peer in local.microsoft_365_peers_ipv4 : "tcp-25-microsoft-365/${label}" => merge(peer, {
      description = "Mail from Microsoft 365"
      ip_protocol = "tcp"
      from_port   = 25
      to_port     = 25
    }) },
  )
}

resource "aws_vpc_security_group_ingress_rule" "mail_gateways" {
  for_each = local.mail_gateways_ingress_inputs

  security_group_id            = aws_security_group.mail_gateways.id
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
  mail_gateways_egress_inputs = merge(
    { for label, peer in local.microsoft_365_peers_ipv4 : "tcp-25-microsoft-365/${label}" => merge(peer, {
      description = "Mail to Microsoft 365"
      ip_protocol = "tcp"
      from_port   = 25
      to_port     = 25
    }) },
    { for label, peer in local.microsoft_365_peers_ipv4 : "tcp-443-microsoft-365/${label}" => merge(peer, {
      description = "Mail to Microsoft 365"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
    }) },
  )
}

resource "aws_vpc_security_group_egress_rule" "mail_gateways" {
  for_each = local.mail_gateways_egress_inputs

  security_group_id            = aws_security_group.mail_gateways.id
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
