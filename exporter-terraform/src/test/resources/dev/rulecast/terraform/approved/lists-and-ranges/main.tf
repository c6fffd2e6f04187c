# Written by rulecast from the rule sets:
#
#   lists-and-ranges
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
    "tcp-5432-10.3.0.5/32" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.3.0.5/32"
    }
    "tcp-5432-10.3.0.6/32" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.3.0.6/32"
    }
    "tcp-5432-192.0.2.7/32" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "192.0.2.7/32"
    }
    "tcp-8000-8021-10.3.0.5/32" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.3.0.5/32"
    }
    "tcp-8000-8021-10.3.0.6/32" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.3.0.6/32"
    }
    "tcp-8000-8021-192.0.2.7/32" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "192.0.2.7/32"
    }
    "udp-5432-10.3.0.5/32" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.3.0.5/32"
    }
    "udp-5432-10.3.0.6/32" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.3.0.6/32"
    }
    "udp-5432-192.0.2.7/32" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "192.0.2.7/32"
    }
    "udp-8000-8021-10.3.0.5/32" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.3.0.5/32"
    }
    "udp-8000-8021-10.3.0.6/32" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.3.0.6/32"
    }
    "udp-8000-8021-192.0.2.7/32" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "192.0.2.7/32"
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
    "tcp-5432-10.1.0.0/23" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.1.0.0/23"
    }
    "tcp-5432-10.1.4.10/31" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.1.4.10/31"
    }
    "tcp-5432-10.1.4.12/31" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.1.4.12/31"
    }
    "tcp-5432-10.2.0.0/25" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.2.0.0/25"
    }
    "tcp-8000-8021-10.1.0.0/23" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.1.0.0/23"
    }
    "tcp-8000-8021-10.1.4.10/31" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.1.4.10/31"
    }
    "tcp-8000-8021-10.1.4.12/31" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.1.4.12/31"
    }
    "tcp-8000-8021-10.2.0.0/25" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.2.0.0/25"
    }
    "udp-5432-10.1.0.0/23" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.1.0.0/23"
    }
    "udp-5432-10.1.4.10/31" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.1.4.10/31"
    }
    "udp-5432-10.1.4.12/31" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.1.4.12/31"
    }
    "udp-5432-10.2.0.0/25" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.2.0.0/25"
    }
    "udp-8000-8021-10.1.0.0/23" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.1.0.0/23"
    }
    "udp-8000-8021-10.1.4.10/31" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.1.4.10/31"
    }
    "udp-8000-8021-10.1.4.12/31" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.1.4.12/31"
    }
    "udp-8000-8021-10.2.0.0/25" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.2.0.0/25"
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
    "tcp-5432-10.1.0.0/23" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.1.0.0/23"
    }
    "tcp-5432-10.1.4.10/31" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.1.4.10/31"
    }
    "tcp-5432-10.1.4.12/31" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.1.4.12/31"
    }
    "tcp-5432-10.2.0.0/25" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.2.0.0/25"
    }
    "tcp-8000-8021-10.1.0.0/23" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.1.0.0/23"
    }
    "tcp-8000-8021-10.1.4.10/31" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.1.4.10/31"
    }
    "tcp-8000-8021-10.1.4.12/31" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.1.4.12/31"
    }
    "tcp-8000-8021-10.2.0.0/25" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.2.0.0/25"
    }
    "udp-5432-10.1.0.0/23" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.1.0.0/23"
    }
    "udp-5432-10.1.4.10/31" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.1.4.10/31"
    }
    "udp-5432-10.1.4.12/31" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.1.4.12/31"
    }
    "udp-5432-10.2.0.0/25" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.2.0.0/25"
    }
    "udp-8000-8021-10.1.0.0/23" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.1.0.0/23"
    }
    "udp-8000-8021-10.1.4.10/31" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.1.4.10/31"
    }
    "udp-8000-8021-10.1.4.12/31" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.1.4.12/31"
    }
    "udp-8000-8021-10.2.0.0/25" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.2.0.0/25"
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

################################################################################
# web-servers: Web servers
################################################################################

resource "aws_security_group" "web_servers" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}web-servers-"
  description = "Firewall rules of web-servers"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}web-servers" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  web_servers_egress = {
    "tcp-5432-10.3.0.5/32" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.3.0.5/32"
    }
    "tcp-5432-10.3.0.6/32" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.3.0.6/32"
    }
    "tcp-5432-192.0.2.7/32" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "192.0.2.7/32"
    }
    "tcp-8000-8021-10.3.0.5/32" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.3.0.5/32"
    }
    "tcp-8000-8021-10.3.0.6/32" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.3.0.6/32"
    }
    "tcp-8000-8021-192.0.2.7/32" = {
      description = "Every one with every other"
      ip_protocol = "tcp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "192.0.2.7/32"
    }
    "udp-5432-10.3.0.5/32" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.3.0.5/32"
    }
    "udp-5432-10.3.0.6/32" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.3.0.6/32"
    }
    "udp-5432-192.0.2.7/32" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "192.0.2.7/32"
    }
    "udp-8000-8021-10.3.0.5/32" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.3.0.5/32"
    }
    "udp-8000-8021-10.3.0.6/32" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "10.3.0.6/32"
    }
    "udp-8000-8021-192.0.2.7/32" = {
      description = "Every one with every other"
      ip_protocol = "udp"
      from_port   = 8000
      to_port     = 8021
      cidr_ipv4   = "192.0.2.7/32"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "web_servers" {
  for_each = local.web_servers_egress

  security_group_id            = aws_security_group.web_servers.id
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
