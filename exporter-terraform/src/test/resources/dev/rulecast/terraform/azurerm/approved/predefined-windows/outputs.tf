output "collectors_network_security_group_id" {
  description = "ID of the nsg-collectors network security group."
  value       = azurerm_network_security_group.collectors.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.collectors_rules,
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
