# Written by rulecast from the rule sets:
#
#   icmp-types
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

################################################################################
# monitoring: Monitoring
################################################################################

resource "aws_security_group" "monitoring" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}monitoring-"
  description = "Firewall rules of monitoring"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}monitoring" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  monitoring_ingress = {
    "icmp-3-4-10.10.1.0/24" = {
      description = "Path MTU discovery"
      ip_protocol = "icmp"
      from_port   = 3
      to_port     = 4
      cidr_ipv4   = "10.10.1.0/24"
    }
    "icmp-11-10.10.1.0/24" = {
      description = "Path MTU discovery"
      ip_protocol = "icmp"
      from_port   = 11
      to_port     = -1
      cidr_ipv4   = "10.10.1.0/24"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "monitoring" {
  for_each = local.monitoring_ingress

  security_group_id            = aws_security_group.monitoring.id
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
  monitoring_egress = {
    "icmp-8-10.10.1.0/24" = {
      description = "Reachability"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
      cidr_ipv4   = "10.10.1.0/24"
    }
    "icmpv6-any-2001:db8:10:1::/64" = {
      description = "IPv6 needs its messages"
      ip_protocol = "icmpv6"
      from_port   = -1
      to_port     = -1
      cidr_ipv6   = "2001:db8:10:1::/64"
    }
    "icmpv6-128-2001:db8:10:1::/64" = {
      description = "Reachability"
      ip_protocol = "icmpv6"
      from_port   = 128
      to_port     = -1
      cidr_ipv6   = "2001:db8:10:1::/64"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "monitoring" {
  for_each = local.monitoring_egress

  security_group_id            = aws_security_group.monitoring.id
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
    "icmp-8-10.10.0.5/32" = {
      description = "Reachability"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
      cidr_ipv4   = "10.10.0.5/32"
    }
    "icmpv6-any-2001:db8:10::5/128" = {
      description = "IPv6 needs its messages"
      ip_protocol = "icmpv6"
      from_port   = -1
      to_port     = -1
      cidr_ipv6   = "2001:db8:10::5/128"
    }
    "icmpv6-128-2001:db8:10::5/128" = {
      description = "Reachability"
      ip_protocol = "icmpv6"
      from_port   = 128
      to_port     = -1
      cidr_ipv6   = "2001:db8:10::5/128"
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

locals {
  servers_egress = {
    "icmp-3-4-10.10.0.5/32" = {
      description = "Path MTU discovery"
      ip_protocol = "icmp"
      from_port   = 3
      to_port     = 4
      cidr_ipv4   = "10.10.0.5/32"
    }
    "icmp-11-10.10.0.5/32" = {
      description = "Path MTU discovery"
      ip_protocol = "icmp"
      from_port   = 11
      to_port     = -1
      cidr_ipv4   = "10.10.0.5/32"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "servers" {
  for_each = local.servers_egress

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
