output "web_servers_network_security_group_id" {
  description = "ID of the nsg-web-servers network security group."
  value       = azurerm_network_security_group.web_servers.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.web_servers_rules,
  ]
}
