# Written by rulecast from the rule sets:
#
#   two-endpoints-one-cidr
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

################################################################################
# admin-hosts: Administration hosts
################################################################################

resource "aws_security_group" "admin_hosts" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}admin-hosts-"
  description = "Firewall rules of admin-hosts"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}admin-hosts" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  admin_hosts_egress = {
    "tcp-22-10.6.1.0/24" = {
      description = "Administration"
      ip_protocol = "tcp"
      from_port   = 22
      to_port     = 22
      cidr_ipv4   = "10.6.1.0/24"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "admin_hosts" {
  for_each = local.admin_hosts_egress

  security_group_id            = aws_security_group.admin_hosts.id
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
# backup-servers: Backup servers
################################################################################

resource "aws_security_group" "backup_servers" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}backup-servers-"
  description = "Firewall rules of backup-servers"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}backup-servers" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  backup_servers_egress = {
    "tcp-22-10.6.1.0/24" = {
      description = "Backup"
      ip_protocol = "tcp"
      from_port   = 22
      to_port     = 22
      cidr_ipv4   = "10.6.1.0/24"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "backup_servers" {
  for_each = local.backup_servers_egress

  security_group_id            = aws_security_group.backup_servers.id
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
# file-servers: File servers
################################################################################

resource "aws_security_group" "file_servers" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}file-servers-"
  description = "Firewall rules of file-servers"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}file-servers" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  file_servers_ingress = {
    "tcp-22-10.6.0.0/24" = {
      description = "Administration; Backup"
      ip_protocol = "tcp"
      from_port   = 22
      to_port     = 22
      cidr_ipv4   = "10.6.0.0/24"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "file_servers" {
  for_each = local.file_servers_ingress

  security_group_id            = aws_security_group.file_servers.id
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
