output "cluster_nodes_network_security_group_id" {
  description = "ID of the nsg-cluster-nodes network security group."
  value       = azurerm_network_security_group.cluster_nodes.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.cluster_nodes_rules,
  ]
}

output "witness_network_security_group_id" {
  description = "ID of the nsg-witness network security group."
  value       = azurerm_network_security_group.witness.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.witness_rules,
  ]
}
