# Written by rulecast from the rule sets:
#
#   logon-activity
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

################################################################################
# auditor-server: Netwrix Auditor Server
################################################################################

resource "aws_security_group" "auditor_server" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}auditor-server-"
  description = "Firewall rules of auditor-server"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}auditor-server" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  auditor_server_egress = {
    # Wider: EC2 security groups do not match source ports 1024-65535.
    "tcp-53-dns-server" = {
      description                  = "DNS client"
      ip_protocol                  = "tcp"
      from_port                    = 53
      to_port                      = 53
      referenced_security_group_id = aws_security_group.dns_server.id
    }
    # Wider: EC2 security groups do not match source ports 1024-65535.
    "tcp-135-domain-controllers" = {
      description                  = "Service Control Manager Remote Protocol (RPC). Core Service installation; Windows Management Instrumentation. Firewall configuration"
      ip_protocol                  = "tcp"
      from_port                    = 135
      to_port                      = 135
      referenced_security_group_id = aws_security_group.domain_controllers.id
    }
    # Wider: EC2 security groups do not match source ports 1024-65535.
    "tcp-389-domain-controllers" = {
      description                  = "LDAP. DC query, account resolve"
      ip_protocol                  = "tcp"
      from_port                    = 389
      to_port                      = 389
      referenced_security_group_id = aws_security_group.domain_controllers.id
    }
    # Wider: EC2 security groups do not match source ports 1024-65535.
    "tcp-445-domain-controllers" = {
      description                  = "SMB 2.0/3.0"
      ip_protocol                  = "tcp"
      from_port                    = 445
      to_port                      = 445
      referenced_security_group_id = aws_security_group.domain_controllers.id
    }
    # Wider: EC2 security groups do not match source ports 1024-65535.
    "tcp-1024-65535-domain-controllers" = {
      description                  = "Windows Management Instrumentation. Firewall configuration"
      ip_protocol                  = "tcp"
      from_port                    = 1024
      to_port                      = 65535
      referenced_security_group_id = aws_security_group.domain_controllers.id
    }
    "udp-137-139-domain-controllers" = {
      description                  = "Service Control Manager Remote Protocol (RPC). Core Service installation"
      ip_protocol                  = "udp"
      from_port                    = 137
      to_port                      = 139
      referenced_security_group_id = aws_security_group.domain_controllers.id
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "auditor_server" {
  for_each = local.auditor_server_egress

  security_group_id            = aws_security_group.auditor_server.id
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
# dns-server: DNS Server
################################################################################

resource "aws_security_group" "dns_server" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}dns-server-"
  description = "Firewall rules of dns-server"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}dns-server" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  dns_server_ingress = {
    # Wider: EC2 security groups do not match source ports 1024-65535.
    "tcp-53-auditor-server" = {
      description                  = "DNS client"
      ip_protocol                  = "tcp"
      from_port                    = 53
      to_port                      = 53
      referenced_security_group_id = aws_security_group.auditor_server.id
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "dns_server" {
  for_each = local.dns_server_ingress

  security_group_id            = aws_security_group.dns_server.id
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
    # Wider: EC2 security groups do not match source ports 1024-65535.
    "tcp-135-auditor-server" = {
      description                  = "Service Control Manager Remote Protocol (RPC). Core Service installation; Windows Management Instrumentation. Firewall configuration"
      ip_protocol                  = "tcp"
      from_port                    = 135
      to_port                      = 135
      referenced_security_group_id = aws_security_group.auditor_server.id
    }
    # Wider: EC2 security groups do not match source ports 1024-65535.
    "tcp-389-auditor-server" = {
      description                  = "LDAP. DC query, account resolve"
      ip_protocol                  = "tcp"
      from_port                    = 389
      to_port                      = 389
      referenced_security_group_id = aws_security_group.auditor_server.id
    }
    # Wider: EC2 security groups do not match source ports 1024-65535.
    "tcp-445-auditor-server" = {
      description                  = "SMB 2.0/3.0"
      ip_protocol                  = "tcp"
      from_port                    = 445
      to_port                      = 445
      referenced_security_group_id = aws_security_group.auditor_server.id
    }
    # Wider: EC2 security groups do not match source ports 1024-65535.
    "tcp-1024-65535-auditor-server" = {
      description                  = "Windows Management Instrumentation. Firewall configuration"
      ip_protocol                  = "tcp"
      from_port                    = 1024
      to_port                      = 65535
      referenced_security_group_id = aws_security_group.auditor_server.id
    }
    "udp-137-139-auditor-server" = {
      description                  = "Service Control Manager Remote Protocol (RPC). Core Service installation"
      ip_protocol                  = "udp"
      from_port                    = 137
      to_port                      = 139
      referenced_security_group_id = aws_security_group.auditor_server.id
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
