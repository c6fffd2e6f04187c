# Written by rulecast from the rule sets:
#
#   existing-groups
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

################################################################################
# bastions: Bastion hosts
################################################################################

resource "aws_security_group" "bastions" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}bastions-"
  description = "Firewall rules of bastions"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}bastions" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  bastions_egress = {
    "tcp-22-security-group/sg-0123456789abcdef0" = {
      description                  = "Administration"
      ip_protocol                  = "tcp"
      from_port                    = 22
      to_port                      = 22
      referenced_security_group_id = "sg-0123456789abcdef0"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "bastions" {
  for_each = local.bastions_egress

  security_group_id            = aws_security_group.bastions.id
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
# batch-workers: Batch workers, web-workers: Web workers, in the existing group sg-0123456789abcdef0
################################################################################

locals {
  existing__sg_0123456789abcdef0_ingress = {
    "tcp-22-10.30.0.0/28" = {
      description = "Administration"
      ip_protocol = "tcp"
      from_port   = 22
      to_port     = 22
      cidr_ipv4   = "10.30.0.0/28"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "existing__sg_0123456789abcdef0" {
  for_each = local.existing__sg_0123456789abcdef0_ingress

  security_group_id            = "sg-0123456789abcdef0"
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
  existing__sg_0123456789abcdef0_egress = {
    "tcp-443-prefix-list/pl-0fedcba9876543210" = {
      description    = "Uploads"
      ip_protocol    = "tcp"
      from_port      = 443
      to_port        = 443
      prefix_list_id = "pl-0fedcba9876543210"
    }
    "tcp-5432-10.30.2.0/24" = {
      description = "Nightly jobs; Queries of the web site"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.30.2.0/24"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "existing__sg_0123456789abcdef0" {
  for_each = local.existing__sg_0123456789abcdef0_egress

  security_group_id            = "sg-0123456789abcdef0"
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
    "tcp-5432-security-group/sg-0123456789abcdef0" = {
      description                  = "Nightly jobs; Queries of the web site"
      ip_protocol                  = "tcp"
      from_port                    = 5432
      to_port                      = 5432
      referenced_security_group_id = "sg-0123456789abcdef0"
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
