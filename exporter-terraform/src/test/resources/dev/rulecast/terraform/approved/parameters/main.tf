# Written by rulecast from the rule sets:
#
#   parameters
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

################################################################################
# administrators: Administrators
################################################################################

resource "aws_security_group" "administrators" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}administrators-"
  description = "Firewall rules of administrators"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}administrators" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  administrators_egress = {
    "tcp-443-10.16.1.10/31" = {
      description = "Central Administration"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv4   = "10.16.1.10/31"
    }
    "tcp-443-10.16.1.12/31" = {
      description = "Central Administration"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv4   = "10.16.1.12/31"
    }
    "tcp-8443-10.16.1.10/31" = {
      description = "Central Administration"
      ip_protocol = "tcp"
      from_port   = 8443
      to_port     = 8443
      cidr_ipv4   = "10.16.1.10/31"
    }
    "tcp-8443-10.16.1.12/31" = {
      description = "Central Administration"
      ip_protocol = "tcp"
      from_port   = 8443
      to_port     = 8443
      cidr_ipv4   = "10.16.1.12/31"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "administrators" {
  for_each = local.administrators_egress

  security_group_id            = aws_security_group.administrators.id
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
# sharepoint: SharePoint
################################################################################

resource "aws_security_group" "sharepoint" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}sharepoint-"
  description = "Firewall rules of sharepoint"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}sharepoint" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  sharepoint_ingress = {
    "tcp-443-10.16.0.0/26" = {
      description = "Central Administration"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv4   = "10.16.0.0/26"
    }
    "tcp-8443-10.16.0.0/26" = {
      description = "Central Administration"
      ip_protocol = "tcp"
      from_port   = 8443
      to_port     = 8443
      cidr_ipv4   = "10.16.0.0/26"
    }
    "tcp-16500-16519-10.16.1.10/31" = {
      description = "Search index"
      ip_protocol = "tcp"
      from_port   = 16500
      to_port     = 16519
      cidr_ipv4   = "10.16.1.10/31"
    }
    "tcp-16500-16519-10.16.1.12/31" = {
      description = "Search index"
      ip_protocol = "tcp"
      from_port   = 16500
      to_port     = 16519
      cidr_ipv4   = "10.16.1.12/31"
    }
    "tcp-17000-10.16.1.10/31" = {
      description = "Search index"
      ip_protocol = "tcp"
      from_port   = 17000
      to_port     = 17000
      cidr_ipv4   = "10.16.1.10/31"
    }
    "tcp-17000-10.16.1.12/31" = {
      description = "Search index"
      ip_protocol = "tcp"
      from_port   = 17000
      to_port     = 17000
      cidr_ipv4   = "10.16.1.12/31"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "sharepoint" {
  for_each = local.sharepoint_ingress

  security_group_id            = aws_security_group.sharepoint.id
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
  sharepoint_egress = {
    "tcp-16500-16519-10.16.1.10/31" = {
      description = "Search index"
      ip_protocol = "tcp"
      from_port   = 16500
      to_port     = 16519
      cidr_ipv4   = "10.16.1.10/31"
    }
    "tcp-16500-16519-10.16.1.12/31" = {
      description = "Search index"
      ip_protocol = "tcp"
      from_port   = 16500
      to_port     = 16519
      cidr_ipv4   = "10.16.1.12/31"
    }
    "tcp-17000-10.16.1.10/31" = {
      description = "Search index"
      ip_protocol = "tcp"
      from_port   = 17000
      to_port     = 17000
      cidr_ipv4   = "10.16.1.10/31"
    }
    "tcp-17000-10.16.1.12/31" = {
      description = "Search index"
      ip_protocol = "tcp"
      from_port   = 17000
      to_port     = 17000
      cidr_ipv4   = "10.16.1.12/31"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "sharepoint" {
  for_each = local.sharepoint_egress

  security_group_id            = aws_security_group.sharepoint.id
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
