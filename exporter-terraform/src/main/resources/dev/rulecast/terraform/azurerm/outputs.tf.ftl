<#list groups as group>
output "[=group.name]_network_security_group_id" {
  description = "ID of the [=group.label] network security group."
  value       = azurerm_network_security_group.[=group.name].id

  # Nothing uses the group before it has all its rules.
  depends_on = [
<#list group.rules as rules>
    azurerm_network_security_rule.[=rules],
</#list>
  ]
}
<#sep>

</#sep>
</#list>
