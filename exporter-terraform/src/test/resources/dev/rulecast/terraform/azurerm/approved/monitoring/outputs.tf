output "bastion_network_security_group_id" {
  description = "ID of the nsg-bastion network security group."
  value       = azurerm_network_security_group.bastion.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.bastion_rules,
  ]
}

output "databases_network_security_group_id" {
  description = "ID of the nsg-databases network security group."
  value       = azurerm_network_security_group.databases.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.databases_denies,
    azurerm_network_security_rule.databases_rules,
  ]
}

output "load_balancers_network_security_group_id" {
  description = "ID of the nsg-load-balancers network security group."
  value       = azurerm_network_security_group.load_balancers.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.load_balancers_rules,
  ]
}

output "monitoring_server_network_security_group_id" {
  description = "ID of the nsg-monitoring-server network security group."
  value       = azurerm_network_security_group.monitoring_server.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.monitoring_server_rules,
  ]
}

output "web_servers_network_security_group_id" {
  description = "ID of the nsg-web-servers network security group."
  value       = azurerm_network_security_group.web_servers.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.web_servers_rules,
  ]
}
