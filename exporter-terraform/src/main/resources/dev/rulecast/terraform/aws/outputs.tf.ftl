<#list groups as group>
output "[=group.name]_security_group_id" {
  description = "ID of the [=group.label] security group."
  value       = [=group.id]
}
<#sep>

</#sep>
</#list>
