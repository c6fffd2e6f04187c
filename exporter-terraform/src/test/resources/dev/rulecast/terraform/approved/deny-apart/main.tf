# Written by rulecast from the rule sets:
#
#   deny-apart
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

################################################################################
# office: Office
################################################################################

resource "aws_security_group" "office" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}office-"
  description = "Firewall rules of office"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}office" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  office_egress = {
    "tcp-443-10.14.0.0/24" = {
      description = "Web application"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv4   = "10.14.0.0/24"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "office" {
  for_each = local.office_egress

  security_group_id            = aws_security_group.office.id
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
    "tcp-443-10.13.0.0/24" = {
      description = "Web application"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv4   = "10.13.0.0/24"
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
