resource "aws_security_group" "auditor_server" {
  name_prefix = "${var.name_prefix}auditor-server-"
  description = "Firewall rules of auditor-server"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}auditor-server" })

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  auditor_server_egress = merge(
    {
      "tcp-389-domain-controllers" = {
        description                  = "LDAP"
        ip_protocol                  = "tcp"
        from_port                    = 389
        to_port                      = 389
        cidr_ipv4                    = null
        referenced_security_group_id = aws_security_group.domain_controllers.id
      }
      "icmp-8-domain-controllers" = {
        description                  = "Ping"
        ip_protocol                  = "icmp"
        from_port                    = 8
        to_port                      = -1
        cidr_ipv4                    = null
        referenced_security_group_id = aws_security_group.domain_controllers.id
      }
    },
    {
      for cidr in values(var.dns_server_addresses.ipv4) : "udp-53-${cidr}" => {
        description                  = "DNS"
        ip_protocol                  = "udp"
        from_port                    = 53
        to_port                      = 53
        cidr_ipv4                    = cidr
        referenced_security_group_id = null
      }
    },
  )
}

resource "aws_vpc_security_group_egress_rule" "auditor_server" {
  for_each = local.auditor_server_egress

  security_group_id            = aws_security_group.auditor_server.id
  description                  = each.value.description
  ip_protocol                  = each.value.ip_protocol
  from_port                    = each.value.from_port
  to_port                      = each.value.to_port
  cidr_ipv4                    = each.value.cidr_ipv4
  referenced_security_group_id = each.value.referenced_security_group_id

  tags = merge(var.tags, { Name = each.key })
}

resource "aws_security_group" "domain_controllers" {
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
    "tcp-389-10.20.0.10/32" = {
      description = "LDAP"
      ip_protocol = "tcp"
      from_port   = 389
      to_port     = 389
      cidr_ipv4   = "10.20.0.10/32"
    }
    "icmp-8-10.20.0.10/32" = {
      description = "Ping"
      ip_protocol = "icmp"
      from_port   = 8
      to_port     = -1
      cidr_ipv4   = "10.20.0.10/32"
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "domain_controllers" {
  for_each = local.domain_controllers_ingress

  security_group_id = aws_security_group.domain_controllers.id
  description       = each.value.description
  ip_protocol       = each.value.ip_protocol
  from_port         = each.value.from_port
  to_port           = each.value.to_port
  cidr_ipv4         = each.value.cidr_ipv4

  tags = merge(var.tags, { Name = each.key })
}

# The group of the file server exists already.
resource "aws_vpc_security_group_ingress_rule" "file_server" {
  for_each = {
    "any-10.20.0.10/32" = "10.20.0.10/32"
  }

  security_group_id = "sg-0f11e5e44e40f11e5"
  description       = "Everything"
  ip_protocol       = "-1"
  cidr_ipv4         = each.value
}

resource "aws_vpc_security_group_egress_rule" "auditor_server_to_file_server" {
  security_group_id            = aws_security_group.auditor_server.id
  description                  = "Everything"
  ip_protocol                  = "-1"
  referenced_security_group_id = "sg-0f11e5e44e40f11e5"
}

resource "aws_vpc_security_group_egress_rule" "auditor_server_to_vpn" {
  security_group_id = aws_security_group.auditor_server.id
  description       = "VPN"
  ip_protocol       = "tcp"
  from_port         = 0
  to_port           = 65535
  prefix_list_id    = "pl-0e5b0e5b0e5b0e5b0"
}

resource "aws_vpc_security_group_egress_rule" "domain_controllers" {
  security_group_id = aws_security_group.domain_controllers.id
  description       = "Ping"
  ip_protocol       = "icmpv6"
  from_port         = -1
  to_port           = -1
  cidr_ipv6         = "2001:db8::/64"
}
