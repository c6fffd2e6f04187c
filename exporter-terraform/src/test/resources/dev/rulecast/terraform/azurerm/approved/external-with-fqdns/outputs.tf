output "mail_gateways_network_security_group_id" {
  description = "ID of the nsg-mail-gateways network security group."
  value       = azurerm_network_security_group.mail_gateways.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.mail_gateways_rules,
  ]
}
