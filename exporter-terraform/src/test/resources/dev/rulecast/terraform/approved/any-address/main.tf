# Written by rulecast from the rule sets:
#
#   any-address
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.

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
    "tcp-443-0.0.0.0/0" = {
      description = "Public web site"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv4   = "0.0.0.0/0"
    }
    "tcp-443-::/0" = {
      description = "Public web site"
      ip_protocol = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_ipv6   = "::/0"
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
    "udp-123-0.0.0.0/0" = {
      description = "Time"
      ip_protocol = "udp"
      from_port   = 123
      to_port     = 123
      cidr_ipv4   = "0.0.0.0/0"
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
