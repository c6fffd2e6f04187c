# Written by rulecast from the rule sets:
#
#   self-flow
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

################################################################################
# cluster-nodes: Cluster nodes
################################################################################

resource "aws_security_group" "cluster_nodes" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}cluster-nodes-"
  description = "Firewall rules of cluster-nodes"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}cluster-nodes" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  cluster_nodes_ingress = {
    "udp-3343-10.5.0.11/32" = {
      description = "Cluster heartbeat"
      ip_protocol = "udp"
      from_port   = 3343
      to_port     = 3343
      cidr_ipv4   = "10.5.0.11/32"
    }
    "udp-3343-10.5.0.12/32" = {
      description = "Cluster heartbeat"
      ip_protocol = "udp"
      from_port   = 3343
      to_port     = 3343
      cidr_ipv4   = "10.5.0.12/32"
    }
    "udp-3343-10.5.0.20/32" = {
      description = "Cluster heartbeat"
      ip_protocol = "udp"
      from_port   = 3343
      to_port     = 3343
      cidr_ipv4   = "10.5.0.20/32"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "cluster_nodes" {
  for_each = local.cluster_nodes_ingress

  security_group_id            = aws_security_group.cluster_nodes.id
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
  cluster_nodes_egress = {
    "udp-3343-10.5.0.11/32" = {
      description = "Cluster heartbeat"
      ip_protocol = "udp"
      from_port   = 3343
      to_port     = 3343
      cidr_ipv4   = "10.5.0.11/32"
    }
    "udp-3343-10.5.0.12/32" = {
      description = "Cluster heartbeat"
      ip_protocol = "udp"
      from_port   = 3343
      to_port     = 3343
      cidr_ipv4   = "10.5.0.12/32"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "cluster_nodes" {
  for_each = local.cluster_nodes_egress

  security_group_id            = aws_security_group.cluster_nodes.id
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
# witness: Witness
################################################################################

resource "aws_security_group" "witness" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}witness-"
  description = "Firewall rules of witness"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}witness" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  witness_egress = {
    "udp-3343-10.5.0.11/32" = {
      description = "Cluster heartbeat"
      ip_protocol = "udp"
      from_port   = 3343
      to_port     = 3343
      cidr_ipv4   = "10.5.0.11/32"
    }
    "udp-3343-10.5.0.12/32" = {
      description = "Cluster heartbeat"
      ip_protocol = "udp"
      from_port   = 3343
      to_port     = 3343
      cidr_ipv4   = "10.5.0.12/32"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "witness" {
  for_each = local.witness_egress

  security_group_id            = aws_security_group.witness.id
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
