output "app_servers_network_security_group_id" {
  description = "ID of the nsg-app-servers network security group."
  value       = azurerm_network_security_group.app_servers.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.app_servers_rules,
  ]
}

output "databases_network_security_group_id" {
  description = "ID of the nsg-databases network security group."
  value       = azurerm_network_security_group.databases.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.databases_rules,
  ]
}
