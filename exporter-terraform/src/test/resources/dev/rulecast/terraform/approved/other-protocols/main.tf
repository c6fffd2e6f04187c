# Written by rulecast from the rule sets:
#
#   other-protocols
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

################################################################################
# routers: Routers
################################################################################

resource "aws_security_group" "routers" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}routers-"
  description = "Firewall rules of routers"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}routers" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  routers_ingress = {
    "protocol-89-10.11.0.0/29" = {
      description = "Routing between the routers"
      ip_protocol = "89"
      cidr_ipv4   = "10.11.0.0/29"
    }
    "protocol-112-10.11.0.0/29" = {
      description = "Routing between the routers"
      ip_protocol = "112"
      cidr_ipv4   = "10.11.0.0/29"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "routers" {
  for_each = local.routers_ingress

  security_group_id            = aws_security_group.routers.id
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
  routers_egress = {
    "protocol-89-10.11.0.0/29" = {
      description = "Routing between the routers"
      ip_protocol = "89"
      cidr_ipv4   = "10.11.0.0/29"
    }
    "protocol-112-10.11.0.0/29" = {
      description = "Routing between the routers"
      ip_protocol = "112"
      cidr_ipv4   = "10.11.0.0/29"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "routers" {
  for_each = local.routers_egress

  security_group_id            = aws_security_group.routers.id
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
# vpn-gateway: VPN gateway
################################################################################

resource "aws_security_group" "vpn_gateway" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}vpn-gateway-"
  description = "Firewall rules of vpn-gateway"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}vpn-gateway" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  vpn_gateway_ingress = {
    "gre-203.0.113.64/26" = {
      description = "GRE tunnels"
      ip_protocol = "47"
      cidr_ipv4   = "203.0.113.64/26"
    }
    "esp-203.0.113.64/26" = {
      description = "IPsec tunnels"
      ip_protocol = "50"
      cidr_ipv4   = "203.0.113.64/26"
    }
    "ah-203.0.113.64/26" = {
      description = "IPsec tunnels"
      ip_protocol = "51"
      cidr_ipv4   = "203.0.113.64/26"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "vpn_gateway" {
  for_each = local.vpn_gateway_ingress

  security_group_id            = aws_security_group.vpn_gateway.id
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
