output "guests_network_security_group_id" {
  description = "ID of the nsg-guests network security group."
  value       = azurerm_network_security_group.guests.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.guests_denies,
  ]
}

output "office_network_security_group_id" {
  description = "ID of the nsg-office network security group."
  value       = azurerm_network_security_group.office.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.office_rules,
  ]
}

output "servers_network_security_group_id" {
  description = "ID of the nsg-servers network security group."
  value       = azurerm_network_security_group.servers.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.servers_denies,
    azurerm_network_security_rule.servers_rules,
  ]
}
