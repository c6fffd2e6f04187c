# Written by rulecast from the rule sets:
#
#   ipv6-only
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

################################################################################
# clients: Clients
################################################################################

resource "aws_security_group" "clients" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}clients-"
  description = "Firewall rules of clients"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}clients" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  clients_egress = {
    "tcp-443-2001:db8:2::10/128" = {
      description = "Web application"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv6   = "2001:db8:2::10/128"
    }
    "tcp-443-2001:db8:2::20/126" = {
      description = "Web application"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv6   = "2001:db8:2::20/126"
    }
    "icmpv6-128-2001:db8:2::10/128" = {
      description = "Reachability"
      ip_protocol = "icmpv6"
      from_port   = 128
      to_port     = -1
      cidr_ipv6   = "2001:db8:2::10/128"
    }
    "icmpv6-128-2001:db8:2::20/126" = {
      description = "Reachability"
      ip_protocol = "icmpv6"
      from_port   = 128
      to_port     = -1
      cidr_ipv6   = "2001:db8:2::20/126"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "clients" {
  for_each = local.clients_egress

  security_group_id            = aws_security_group.clients.id
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
  servers_ingress = {
    "tcp-443-2001:db8:1::/64" = {
      description = "Web application"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv6   = "2001:db8:1::/64"
    }
    "icmpv6-128-2001:db8:1::/64" = {
      description = "Reachability"
      ip_protocol = "icmpv6"
      from_port   = 128
      to_port     = -1
      cidr_ipv6   = "2001:db8:1::/64"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "servers" {
  for_each = local.servers_ingress

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
