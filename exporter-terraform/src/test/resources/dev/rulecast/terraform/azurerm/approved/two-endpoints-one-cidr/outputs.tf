output "admin_hosts_network_security_group_id" {
  description = "ID of the nsg-admin-hosts network security group."
  value       = azurerm_network_security_group.admin_hosts.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.admin_hosts_rules,
  ]
}

output "backup_servers_network_security_group_id" {
  description = "ID of the nsg-backup-servers network security group."
  value       = azurerm_network_security_group.backup_servers.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.backup_servers_rules,
  ]
}

output "file_servers_network_security_group_id" {
  description = "ID of the nsg-file-servers network security group."
  value       = azurerm_network_security_group.file_servers.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.file_servers_rules,
  ]
}
