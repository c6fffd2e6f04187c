
################################################################################
# [=group.heading]
################################################################################
<#if group.created>

resource "aws_security_group" "[=group.name]" {
  #checkov:skip=CKV2_AWS_5: The caller attaches this group to its network interfaces.
  name_prefix = "${var.name_prefix}[=group.label]-"
  description = "Firewall rules of [=group.label]"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name_prefix}[=group.label]" })

  lifecycle {
    create_before_destroy = true
  }
}
</#if>
<#list group.directions as direction>

locals {
<#if direction.permissions?has_content>
  [=group.name]_[=direction.word] = {
<#list direction.permissions as permission>
<#list permission.comments as comment>
    # [=comment]
</#list>
    "[=permission.key]" = {
<#list permission.arguments as argument>
      [=argument]
</#list>
    }
</#list>
  }
</#if>
<#if direction.permissions?has_content && direction.inputs?has_content>

</#if>
<#if direction.inputs?has_content>
  # One permission for each address of an input.
  [=group.name]_[=direction.word]_inputs = merge(
<#list direction.inputs as input>
<#list input.permission.comments as comment>
    # [=comment]
</#list>
    { for label, peer in [=input.addresses] : "[=input.permission.key]/${label}" => merge(peer, {
<#list input.permission.arguments as argument>
      [=argument]
</#list>
    }) },
</#list>
  )
</#if>
}

resource "aws_vpc_security_group_[=direction.word]_rule" "[=group.name]" {
<#if !direction.inputs?has_content>
  for_each = local.[=group.name]_[=direction.word]
<#elseif !direction.permissions?has_content>
  for_each = local.[=group.name]_[=direction.word]_inputs
<#else>
  for_each = merge(local.[=group.name]_[=direction.word], local.[=group.name]_[=direction.word]_inputs)
</#if>

  security_group_id            = [=group.id]
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
</#list>
