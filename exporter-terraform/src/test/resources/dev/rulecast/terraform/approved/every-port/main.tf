# Written by rulecast from the rule sets:
#
#   every-port
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

################################################################################
# jump-hosts: Jump hosts
################################################################################

resource "aws_security_group" "jump_hosts" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}jump-hosts-"
  description = "Firewall rules of jump-hosts"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}jump-hosts" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  jump_hosts_ingress = {
    "all-10.8.64.0/18" = {
      description = "The lab may do what it likes"
      ip_protocol = "-1"
      cidr_ipv4   = "10.8.64.0/18"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "jump_hosts" {
  for_each = local.jump_hosts_ingress

  security_group_id            = aws_security_group.jump_hosts.id
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
  jump_hosts_egress = {
    "tcp-any-10.8.64.0/18" = {
      description = "Tests of services on any port"
      ip_protocol = "tcp"
      from_port   = 0
      to_port     = 65535
      cidr_ipv4   = "10.8.64.0/18"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "jump_hosts" {
  for_each = local.jump_hosts_egress

  security_group_id            = aws_security_group.jump_hosts.id
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
# lab: Lab
################################################################################

resource "aws_security_group" "lab" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}lab-"
  description = "Firewall rules of lab"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}lab" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  lab_ingress = {
    "tcp-any-10.8.0.5/32" = {
      description = "Tests of services on any port"
      ip_protocol = "tcp"
      from_port   = 0
      to_port     = 65535
      cidr_ipv4   = "10.8.0.5/32"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "lab" {
  for_each = local.lab_ingress

  security_group_id            = aws_security_group.lab.id
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
  lab_egress = {
    "all-10.8.0.5/32" = {
      description = "The lab may do what it likes"
      ip_protocol = "-1"
      cidr_ipv4   = "10.8.0.5/32"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "lab" {
  for_each = local.lab_egress

  security_group_id            = aws_security_group.lab.id
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
