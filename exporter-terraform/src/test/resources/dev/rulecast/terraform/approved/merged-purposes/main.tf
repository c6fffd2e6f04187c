# Written by rulecast from the rule sets:
#
#   merged-purposes-billing
#   merged-purposes-reporting
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

################################################################################
# app-servers: Application servers
################################################################################

resource "aws_security_group" "app_servers" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}app-servers-"
  description = "Firewall rules of app-servers"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}app-servers" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  app_servers_egress = {
    "tcp-5431-5433-10.7.1.0/24" = {
      description = "Covers the others, which stay"
      ip_protocol = "tcp"
      from_port   = 5431
      to_port     = 5433
      cidr_ipv4   = "10.7.1.0/24"
    }
    "tcp-5432-10.7.1.0/24" = {
      description = "Invoices; Reports, every night"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.7.1.0/24"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "app_servers" {
  for_each = local.app_servers_egress

  security_group_id            = aws_security_group.app_servers.id
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
# databases: Databases
################################################################################

resource "aws_security_group" "databases" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}databases-"
  description = "Firewall rules of databases"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}databases" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  databases_ingress = {
    "tcp-5431-5433-10.7.0.0/24" = {
      description = "Covers the others, which stay"
      ip_protocol = "tcp"
      from_port   = 5431
      to_port     = 5433
      cidr_ipv4   = "10.7.0.0/24"
    }
    "tcp-5432-10.7.0.0/24" = {
      description = "Invoices; Reports, every night"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.7.0.0/24"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "databases" {
  for_each = local.databases_ingress

  security_group_id            = aws_security_group.databases.id
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
