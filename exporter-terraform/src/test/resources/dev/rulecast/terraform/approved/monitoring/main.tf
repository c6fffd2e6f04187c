# Written by rulecast from the rule sets:
#
#   monitoring
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

################################################################################
# Inputs
################################################################################

locals {
  mail_relay_peers_ipv4 = { for label, cidr in var.mail_relay_addresses.ipv4 : "ipv4/${label}" => { cidr_ipv4 = cidr } }
  mail_relay_peers_ipv6 = { for label, cidr in var.mail_relay_addresses.ipv6 : "ipv6/${label}" => { cidr_ipv6 = cidr } }
  mail_relay_peers      = merge(local.mail_relay_peers_ipv4, local.mail_relay_peers_ipv6)

  status_page_peers_ipv4 = { for label, cidr in var.status_page_addresses.ipv4 : "ipv4/${label}" => { cidr_ipv4 = cidr } }
  status_page_peers_ipv6 = { for label, cidr in var.status_page_addresses.ipv6 : "ipv6/${label}" => { cidr_ipv6 = cidr } }
  status_page_peers      = merge(local.status_page_peers_ipv4, local.status_page_peers_ipv6)
}

################################################################################
# bastion: Bastion host
################################################################################

resource "aws_security_group" "bastion" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}bastion-"
  description = "Firewall rules of bastion"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}bastion" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  bastion_ingress = {
    "tcp-22-198.51.100.0/24" = {
      description = "Administration"
      ip_protocol = "tcp"
      from_port   = 22
      to_port     = 22
      cidr_ipv4   = "198.51.100.0/24"
    }
    "tcp-22-2001:db8:ff00::/40" = {
      description = "Administration"
      ip_protocol = "tcp"
      from_port   = 22
      to_port     = 22
      cidr_ipv6   = "2001:db8:ff00::/40"
    }
    # Wider: EC2 security groups do not match source ports 32768-60999 and the program.
    "tcp-9100-10.30.0.10/32" = {
      description = "Metrics of the agent"
      ip_protocol = "tcp"
      from_port   = 9100
      to_port     = 9100
      cidr_ipv4   = "10.30.0.10/32"
    }
    # Wider: EC2 security groups do not match source ports 32768-60999 and the program.
    "tcp-9100-2001:db8:30::10/128" = {
      description = "Metrics of the agent"
      ip_protocol = "tcp"
      from_port   = 9100
      to_port     = 9100
      cidr_ipv6   = "2001:db8:30::10/128"
    }
    "protocol-4-203.0.113.7/32" = {
      description = "Tunnel of the partner"
      ip_protocol = "4"
      cidr_ipv4   = "203.0.113.7/32"
    }
    "esp-203.0.113.7/32" = {
      description = "Tunnel of the partner"
      ip_protocol = "50"
      cidr_ipv4   = "203.0.113.7/32"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "bastion" {
  for_each = local.bastion_ingress

  security_group_id            = aws_security_group.bastion.id
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
  bastion_egress = {
    # Wider: EC2 security groups do not match source ports 123.
    "udp-123-10.30.0.10/32" = {
      description = "Time service"
      ip_protocol = "udp"
      from_port   = 123
      to_port     = 123
      cidr_ipv4   = "10.30.0.10/32"
    }
    # Wider: EC2 security groups do not match source ports 123.
    "udp-123-2001:db8:30::10/128" = {
      description = "Time service"
      ip_protocol = "udp"
      from_port   = 123
      to_port     = 123
      cidr_ipv6   = "2001:db8:30::10/128"
    }
    "icmp-8-10.30.1.0/24" = {
      description = "Reachability"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
      cidr_ipv4   = "10.30.1.0/24"
    }
    "icmp-8-10.30.2.0/24" = {
      description = "Reachability"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
      cidr_ipv4   = "10.30.2.0/24"
    }
    "icmp-8-10.30.3.10/31" = {
      description = "Reachability"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
      cidr_ipv4   = "10.30.3.10/31"
    }
    "icmp-8-10.30.3.12/31" = {
      description = "Reachability"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
      cidr_ipv4   = "10.30.3.12/31"
    }
    "icmpv6-128-2001:db8:30:1::/64" = {
      description = "Reachability"
      ip_protocol = "icmpv6"
      from_port   = 128
      to_port     = -1
      cidr_ipv6   = "2001:db8:30:1::/64"
    }
    "icmpv6-128-2001:db8:30:2::/64" = {
      description = "Reachability"
      ip_protocol = "icmpv6"
      from_port   = 128
      to_port     = -1
      cidr_ipv6   = "2001:db8:30:2::/64"
    }
    "all-10.30.2.0/24" = {
      description = "Emergency access"
      ip_protocol = "-1"
      cidr_ipv4   = "10.30.2.0/24"
    }
    "all-10.30.3.10/31" = {
      description = "Emergency access"
      ip_protocol = "-1"
      cidr_ipv4   = "10.30.3.10/31"
    }
    "all-10.30.3.12/31" = {
      description = "Emergency access"
      ip_protocol = "-1"
      cidr_ipv4   = "10.30.3.12/31"
    }
    "all-2001:db8:30:2::/64" = {
      description = "Emergency access"
      ip_protocol = "-1"
      cidr_ipv6   = "2001:db8:30:2::/64"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "bastion" {
  for_each = local.bastion_egress

  security_group_id            = aws_security_group.bastion.id
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
# databases: Database cluster
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
    "tcp-5432-10.30.2.0/24" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.30.2.0/24"
    }
    "tcp-5432-10.30.3.10/31" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.30.3.10/31"
    }
    "tcp-5432-10.30.3.12/31" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.30.3.12/31"
    }
    "tcp-5432-2001:db8:30:2::/64" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv6   = "2001:db8:30:2::/64"
    }
    "tcp-7000-7003-10.30.2.0/24" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 7000
      to_port     = 7003
      cidr_ipv4   = "10.30.2.0/24"
    }
    "tcp-7000-7003-10.30.3.10/31" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 7000
      to_port     = 7003
      cidr_ipv4   = "10.30.3.10/31"
    }
    "tcp-7000-7003-10.30.3.12/31" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 7000
      to_port     = 7003
      cidr_ipv4   = "10.30.3.12/31"
    }
    "tcp-7000-7003-2001:db8:30:2::/64" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 7000
      to_port     = 7003
      cidr_ipv6   = "2001:db8:30:2::/64"
    }
    # Wider: EC2 security groups do not match source ports 32768-60999 and the program.
    "tcp-9100-10.30.0.10/32" = {
      description = "Metrics of the agent"
      ip_protocol = "tcp"
      from_port   = 9100
      to_port     = 9100
      cidr_ipv4   = "10.30.0.10/32"
    }
    # Wider: EC2 security groups do not match source ports 32768-60999 and the program.
    "tcp-9100-2001:db8:30::10/128" = {
      description = "Metrics of the agent"
      ip_protocol = "tcp"
      from_port   = 9100
      to_port     = 9100
      cidr_ipv6   = "2001:db8:30::10/128"
    }
    "icmp-8-10.30.0.5/32" = {
      description = "Reachability"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
      cidr_ipv4   = "10.30.0.5/32"
    }
    "icmp-8-10.30.0.10/32" = {
      description = "Reachability"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
      cidr_ipv4   = "10.30.0.10/32"
    }
    "icmpv6-128-2001:db8:30::5/128" = {
      description = "Reachability"
      ip_protocol = "icmpv6"
      from_port   = 128
      to_port     = -1
      cidr_ipv6   = "2001:db8:30::5/128"
    }
    "icmpv6-128-2001:db8:30::10/128" = {
      description = "Reachability"
      ip_protocol = "icmpv6"
      from_port   = 128
      to_port     = -1
      cidr_ipv6   = "2001:db8:30::10/128"
    }
    "all-10.30.0.5/32" = {
      description = "Emergency access"
      ip_protocol = "-1"
      cidr_ipv4   = "10.30.0.5/32"
    }
    "all-2001:db8:30::5/128" = {
      description = "Emergency access"
      ip_protocol = "-1"
      cidr_ipv6   = "2001:db8:30::5/128"
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

locals {
  databases_egress = {
    "tcp-443-prefix-list/pl-0a1b2c3d" = {
      description    = "Nightly backups"
      ip_protocol    = "tcp"
      from_port      = 443
      to_port        = 443
      prefix_list_id = "pl-0a1b2c3d"
    }
    "tcp-5432-10.30.2.0/24" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.30.2.0/24"
    }
    "tcp-5432-10.30.3.10/31" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.30.3.10/31"
    }
    "tcp-5432-10.30.3.12/31" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv4   = "10.30.3.12/31"
    }
    "tcp-5432-2001:db8:30:2::/64" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 5432
      to_port     = 5432
      cidr_ipv6   = "2001:db8:30:2::/64"
    }
    "tcp-7000-7003-10.30.2.0/24" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 7000
      to_port     = 7003
      cidr_ipv4   = "10.30.2.0/24"
    }
    "tcp-7000-7003-10.30.3.10/31" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 7000
      to_port     = 7003
      cidr_ipv4   = "10.30.3.10/31"
    }
    "tcp-7000-7003-10.30.3.12/31" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 7000
      to_port     = 7003
      cidr_ipv4   = "10.30.3.12/31"
    }
    "tcp-7000-7003-2001:db8:30:2::/64" = {
      description = "Replication inside the cluster and its heartbeat"
      ip_protocol = "tcp"
      from_port   = 7000
      to_port     = 7003
      cidr_ipv6   = "2001:db8:30:2::/64"
    }
    # Wider: EC2 security groups do not match source ports 123.
    "udp-123-10.30.0.10/32" = {
      description = "Time service"
      ip_protocol = "udp"
      from_port   = 123
      to_port     = 123
      cidr_ipv4   = "10.30.0.10/32"
    }
    # Wider: EC2 security groups do not match source ports 123.
    "udp-123-2001:db8:30::10/128" = {
      description = "Time service"
      ip_protocol = "udp"
      from_port   = 123
      to_port     = 123
      cidr_ipv6   = "2001:db8:30::10/128"
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "databases" {
  for_each = local.databases_egress

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
# load-balancers: Load balancers in an existing security group, in the existing group sg-0123456789abcdef0
################################################################################

locals {
  existing__sg_0123456789abcdef0_egress = {
    "tcp-443-10.30.1.0/24" = {
      description = "Traffic of the shop"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv4   = "10.30.1.0/24"
    }
    "tcp-443-2001:db8:30:1::/64" = {
      description = "Traffic of the shop"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv6   = "2001:db8:30:1::/64"
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
# monitoring-server: Monitoring server
################################################################################

resource "aws_security_group" "monitoring_server" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}monitoring-server-"
  description = "Firewall rules of monitoring-server"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}monitoring-server" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  monitoring_server_ingress = {
    # Wider: EC2 security groups do not match source ports 123.
    "udp-123-10.30.0.5/32" = {
      description = "Time service"
      ip_protocol = "udp"
      from_port   = 123
      to_port     = 123
      cidr_ipv4   = "10.30.0.5/32"
    }
    # Wider: EC2 security groups do not match source ports 123.
    "udp-123-10.30.1.0/24" = {
      description = "Time service"
      ip_protocol = "udp"
      from_port   = 123
      to_port     = 123
      cidr_ipv4   = "10.30.1.0/24"
    }
    # Wider: EC2 security groups do not match source ports 123.
    "udp-123-10.30.2.0/24" = {
      description = "Time service"
      ip_protocol = "udp"
      from_port   = 123
      to_port     = 123
      cidr_ipv4   = "10.30.2.0/24"
    }
    # Wider: EC2 security groups do not match source ports 123.
    "udp-123-10.30.3.10/31" = {
      description = "Time service"
      ip_protocol = "udp"
      from_port   = 123
      to_port     = 123
      cidr_ipv4   = "10.30.3.10/31"
    }
    # Wider: EC2 security groups do not match source ports 123.
    "udp-123-10.30.3.12/31" = {
      description = "Time service"
      ip_protocol = "udp"
      from_port   = 123
      to_port     = 123
      cidr_ipv4   = "10.30.3.12/31"
    }
    # Wider: EC2 security groups do not match source ports 123.
    "udp-123-2001:db8:30::5/128" = {
      description = "Time service"
      ip_protocol = "udp"
      from_port   = 123
      to_port     = 123
      cidr_ipv6   = "2001:db8:30::5/128"
    }
    # Wider: EC2 security groups do not match source ports 123.
    "udp-123-2001:db8:30:1::/64" = {
      description = "Time service"
      ip_protocol = "udp"
      from_port   = 123
      to_port     = 123
      cidr_ipv6   = "2001:db8:30:1::/64"
    }
    # Wider: EC2 security groups do not match source ports 123.
    "udp-123-2001:db8:30:2::/64" = {
      description = "Time service"
      ip_protocol = "udp"
      from_port   = 123
      to_port     = 123
      cidr_ipv6   = "2001:db8:30:2::/64"
    }
    "icmp-3-4-10.30.1.0/24" = {
      description = "Path MTU discovery"
      ip_protocol = "icmp"
      from_port   = 3
      to_port     = 4
      cidr_ipv4   = "10.30.1.0/24"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "monitoring_server" {
  for_each = local.monitoring_server_ingress

  security_group_id            = aws_security_group.monitoring_server.id
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
  monitoring_server_egress = {
    "tcp-443-10.30.1.0/24" = {
      description = "Probes of /health and /ready to alarms"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv4   = "10.30.1.0/24"
    }
    "tcp-443-2001:db8:30:1::/64" = {
      description = "Probes of /health and /ready to alarms"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv6   = "2001:db8:30:1::/64"
    }
    "tcp-8080-10.30.1.0/24" = {
      description = "Probes of /health and /ready to alarms"
      ip_protocol = "tcp"
      from_port   = 8080
      to_port     = 8080
      cidr_ipv4   = "10.30.1.0/24"
    }
    "tcp-8080-2001:db8:30:1::/64" = {
      description = "Probes of /health and /ready to alarms"
      ip_protocol = "tcp"
      from_port   = 8080
      to_port     = 8080
      cidr_ipv6   = "2001:db8:30:1::/64"
    }
    "tcp-8443-8444-10.30.1.0/24" = {
      description = "Probes of /health and /ready to alarms"
      ip_protocol = "tcp"
      from_port   = 8443
      to_port     = 8444
      cidr_ipv4   = "10.30.1.0/24"
    }
    "tcp-8443-8444-2001:db8:30:1::/64" = {
      description = "Probes of /health and /ready to alarms"
      ip_protocol = "tcp"
      from_port   = 8443
      to_port     = 8444
      cidr_ipv6   = "2001:db8:30:1::/64"
    }
    # Wider: EC2 security groups do not match source ports 32768-60999.
    "tcp-9100-10.30.0.5/32" = {
      description = "Metrics of the agent"
      ip_protocol = "tcp"
      from_port   = 9100
      to_port     = 9100
      cidr_ipv4   = "10.30.0.5/32"
    }
    # Wider: EC2 security groups do not match source ports 32768-60999.
    "tcp-9100-10.30.1.0/24" = {
      description = "Metrics of the agent"
      ip_protocol = "tcp"
      from_port   = 9100
      to_port     = 9100
      cidr_ipv4   = "10.30.1.0/24"
    }
    # Wider: EC2 security groups do not match source ports 32768-60999.
    "tcp-9100-10.30.2.0/24" = {
      description = "Metrics of the agent"
      ip_protocol = "tcp"
      from_port   = 9100
      to_port     = 9100
      cidr_ipv4   = "10.30.2.0/24"
    }
    # Wider: EC2 security groups do not match source ports 32768-60999.
    "tcp-9100-10.30.3.10/31" = {
      description = "Metrics of the agent"
      ip_protocol = "tcp"
      from_port   = 9100
      to_port     = 9100
      cidr_ipv4   = "10.30.3.10/31"
    }
    # Wider: EC2 security groups do not match source ports 32768-60999.
    "tcp-9100-10.30.3.12/31" = {
      description = "Metrics of the agent"
      ip_protocol = "tcp"
      from_port   = 9100
      to_port     = 9100
      cidr_ipv4   = "10.30.3.12/31"
    }
    # Wider: EC2 security groups do not match source ports 32768-60999.
    "tcp-9100-2001:db8:30::5/128" = {
      description = "Metrics of the agent"
      ip_protocol = "tcp"
      from_port   = 9100
      to_port     = 9100
      cidr_ipv6   = "2001:db8:30::5/128"
    }
    # Wider: EC2 security groups do not match source ports 32768-60999.
    "tcp-9100-2001:db8:30:1::/64" = {
      description = "Metrics of the agent"
      ip_protocol = "tcp"
      from_port   = 9100
      to_port     = 9100
      cidr_ipv6   = "2001:db8:30:1::/64"
    }
    # Wider: EC2 security groups do not match source ports 32768-60999.
    "tcp-9100-2001:db8:30:2::/64" = {
      description = "Metrics of the agent"
      ip_protocol = "tcp"
      from_port   = 9100
      to_port     = 9100
      cidr_ipv6   = "2001:db8:30:2::/64"
    }
    "icmp-8-10.30.1.0/24" = {
      description = "Reachability"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
      cidr_ipv4   = "10.30.1.0/24"
    }
    "icmp-8-10.30.2.0/24" = {
      description = "Reachability"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
      cidr_ipv4   = "10.30.2.0/24"
    }
    "icmp-8-10.30.3.10/31" = {
      description = "Reachability"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
      cidr_ipv4   = "10.30.3.10/31"
    }
    "icmp-8-10.30.3.12/31" = {
      description = "Reachability"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
      cidr_ipv4   = "10.30.3.12/31"
    }
    "icmpv6-128-2001:db8:30:1::/64" = {
      description = "Reachability"
      ip_protocol = "icmpv6"
      from_port   = 128
      to_port     = -1
      cidr_ipv6   = "2001:db8:30:1::/64"
    }
    "icmpv6-128-2001:db8:30:2::/64" = {
      description = "Reachability"
      ip_protocol = "icmpv6"
      from_port   = 128
      to_port     = -1
      cidr_ipv6   = "2001:db8:30:2::/64"
    }
  }

  # One permission for each address of an input.
  monitoring_server_egress_inputs = merge(
    { for label, peer in local.mail_relay_peers : "tcp-443-mail-relay/${label}" => merge(peer, {
      description = "Alarms by mail, and the status page"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
    }) },
    { for label, peer in local.status_page_peers : "tcp-443-status-page/${label}" => merge(peer, {
      description = "Alarms by mail, and the status page"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
    }) },
    { for label, peer in local.mail_relay_peers : "tcp-587-mail-relay/${label}" => merge(peer, {
      description = "Alarms by mail, and the status page"
      ip_protocol = "tcp"
      from_port   = 587
      to_port     = 587
    }) },
    { for label, peer in local.status_page_peers : "tcp-587-status-page/${label}" => merge(peer, {
      description = "Alarms by mail, and the status page"
      ip_protocol = "tcp"
      from_port   = 587
      to_port     = 587
    }) },
    { for label, peer in local.status_page_peers_ipv4 : "icmp-8-status-page/${label}" => merge(peer, {
      description = "The status page is watched too"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
    }) },
  )
}

resource "aws_vpc_security_group_egress_rule" "monitoring_server" {
  for_each = merge(local.monitoring_server_egress, local.monitoring_server_egress_inputs)

  security_group_id            = aws_security_group.monitoring_server.id
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
  web_servers_ingress = {
    "tcp-443-10.30.0.10/32" = {
      description = "Probes of /health and /ready to alarms"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv4   = "10.30.0.10/32"
    }
    "tcp-443-2001:db8:30::10/128" = {
      description = "Probes of /health and /ready to alarms"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv6   = "2001:db8:30::10/128"
    }
    "tcp-443-security-group/sg-0123456789abcdef0" = {
      description                  = "Traffic of the shop"
      ip_protocol                  = "tcp"
      from_port                    = 443
      to_port                      = 443
      referenced_security_group_id = "sg-0123456789abcdef0"
    }
    "tcp-8080-10.30.0.10/32" = {
      description = "Probes of /health and /ready to alarms"
      ip_protocol = "tcp"
      from_port   = 8080
      to_port     = 8080
      cidr_ipv4   = "10.30.0.10/32"
    }
    "tcp-8080-2001:db8:30::10/128" = {
      description = "Probes of /health and /ready to alarms"
      ip_protocol = "tcp"
      from_port   = 8080
      to_port     = 8080
      cidr_ipv6   = "2001:db8:30::10/128"
    }
    "tcp-8443-8444-10.30.0.10/32" = {
      description = "Probes of /health and /ready to alarms"
      ip_protocol = "tcp"
      from_port   = 8443
      to_port     = 8444
      cidr_ipv4   = "10.30.0.10/32"
    }
    "tcp-8443-8444-2001:db8:30::10/128" = {
      description = "Probes of /health and /ready to alarms"
      ip_protocol = "tcp"
      from_port   = 8443
      to_port     = 8444
      cidr_ipv6   = "2001:db8:30::10/128"
    }
    # Wider: EC2 security groups do not match source ports 32768-60999 and the program.
    "tcp-9100-10.30.0.10/32" = {
      description = "Metrics of the agent"
      ip_protocol = "tcp"
      from_port   = 9100
      to_port     = 9100
      cidr_ipv4   = "10.30.0.10/32"
    }
    # Wider: EC2 security groups do not match source ports 32768-60999 and the program.
    "tcp-9100-2001:db8:30::10/128" = {
      description = "Metrics of the agent"
      ip_protocol = "tcp"
      from_port   = 9100
      to_port     = 9100
      cidr_ipv6   = "2001:db8:30::10/128"
    }
    "icmp-8-10.30.0.5/32" = {
      description = "Reachability"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
      cidr_ipv4   = "10.30.0.5/32"
    }
    "icmp-8-10.30.0.10/32" = {
      description = "Reachability"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
      cidr_ipv4   = "10.30.0.10/32"
    }
    "icmpv6-128-2001:db8:30::5/128" = {
      description = "Reachability"
      ip_protocol = "icmpv6"
      from_port   = 128
      to_port     = -1
      cidr_ipv6   = "2001:db8:30::5/128"
    }
    "icmpv6-128-2001:db8:30::10/128" = {
      description = "Reachability"
      ip_protocol = "icmpv6"
      from_port   = 128
      to_port     = -1
      cidr_ipv6   = "2001:db8:30::10/128"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "web_servers" {
  for_each = local.web_servers_ingress

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

locals {
  web_servers_egress = {
    # Wider: EC2 security groups do not match source ports 123.
    "udp-123-10.30.0.10/32" = {
      description = "Time service"
      ip_protocol = "udp"
      from_port   = 123
      to_port     = 123
      cidr_ipv4   = "10.30.0.10/32"
    }
    # Wider: EC2 security groups do not match source ports 123.
    "udp-123-2001:db8:30::10/128" = {
      description = "Time service"
      ip_protocol = "udp"
      from_port   = 123
      to_port     = 123
      cidr_ipv6   = "2001:db8:30::10/128"
    }
    "icmp-3-4-10.30.0.10/32" = {
      description = "Path MTU discovery"
      ip_protocol = "icmp"
      from_port   = 3
      to_port     = 4
      cidr_ipv4   = "10.30.0.10/32"
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
