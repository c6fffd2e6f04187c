# Written by rulecast from the rule sets:
#
#   predefined-windows
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

################################################################################
# collectors: Event collectors
################################################################################

resource "aws_security_group" "collectors" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}collectors-"
  description = "Firewall rules of collectors"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}collectors" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  collectors_egress = {
    "tcp-5985-10.17.1.0/24" = {
      description = "WinRM"
      ip_protocol = "tcp"
      from_port   = 5985
      to_port     = 5985
      cidr_ipv4   = "10.17.1.0/24"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "collectors" {
  for_each = local.collectors_egress

  security_group_id            = aws_security_group.collectors.id
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
# domain-controllers: Domain controllers
################################################################################

resource "aws_security_group" "domain_controllers" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}domain-controllers-"
  description = "Firewall rules of domain-controllers"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}domain-controllers" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  domain_controllers_ingress = {
    "tcp-5985-10.17.0.10/32" = {
      description = "WinRM"
      ip_protocol = "tcp"
      from_port   = 5985
      to_port     = 5985
      cidr_ipv4   = "10.17.0.10/32"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "domain_controllers" {
  for_each = local.domain_controllers_ingress

  security_group_id            = aws_security_group.domain_controllers.id
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
