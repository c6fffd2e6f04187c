output "administrators_network_security_group_id" {
  description = "ID of the nsg-administrators network security group."
  value       = azurerm_network_security_group.administrators.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.administrators_rules,
  ]
}

output "sharepoint_network_security_group_id" {
  description = "ID of the nsg-sharepoint network security group."
  value       = azurerm_network_security_group.sharepoint.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.sharepoint_rules,
  ]
}
