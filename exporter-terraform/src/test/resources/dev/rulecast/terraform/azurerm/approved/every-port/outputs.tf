output "jump_hosts_network_security_group_id" {
  description = "ID of the nsg-jump-hosts network security group."
  value       = azurerm_network_security_group.jump_hosts.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.jump_hosts_rules,
  ]
}

output "lab_network_security_group_id" {
  description = "ID of the nsg-lab network security group."
  value       = azurerm_network_security_group.lab.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.lab_rules,
  ]
}
