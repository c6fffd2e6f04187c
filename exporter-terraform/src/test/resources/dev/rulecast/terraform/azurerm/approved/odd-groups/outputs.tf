output "group__batch_nsg_network_security_group_id" {
  description = "ID of the batch-nsg network security group."
  value       = azurerm_network_security_group.group__batch_nsg.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.group__batch_nsg_rules,
  ]
}

output "database_network_security_group_id" {
  description = "ID of the nsg-database network security group."
  value       = azurerm_network_security_group.database.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.database_rules,
  ]
}

output "frontend__5f2__2eprod_network_security_group_id" {
  description = "ID of the NSG-Frontend_2.prod network security group."
  value       = azurerm_network_security_group.frontend__5f2__2eprod.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.frontend__5f2__2eprod_denies,
    azurerm_network_security_rule.frontend__5f2__2eprod_rules,
  ]
}
