output "old_servers_network_security_group_id" {
  description = "ID of the nsg-old-servers network security group."
  value       = azurerm_network_security_group.old_servers.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.old_servers_rules,
  ]
}

output "servers_network_security_group_id" {
  description = "ID of the nsg-servers network security group."
  value       = azurerm_network_security_group.servers.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.servers_rules,
  ]
}
