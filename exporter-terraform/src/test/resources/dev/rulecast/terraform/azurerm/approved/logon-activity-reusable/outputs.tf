output "auditor_server_network_security_group_id" {
  description = "ID of the nsg-auditor-server network security group."
  value       = azurerm_network_security_group.auditor_server.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.auditor_server_rules,
  ]
}

output "dns_server_network_security_group_id" {
  description = "ID of the nsg-dns-server network security group."
  value       = azurerm_network_security_group.dns_server.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.dns_server_rules,
  ]
}

output "domain_controllers_network_security_group_id" {
  description = "ID of the nsg-domain-controllers network security group."
  value       = azurerm_network_security_group.domain_controllers.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.domain_controllers_rules,
  ]
}
