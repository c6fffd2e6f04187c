output "vpn_gateway_network_security_group_id" {
  description = "ID of the nsg-vpn-gateway network security group."
  value       = azurerm_network_security_group.vpn_gateway.id

  # Nothing uses the group before it has all its rules.
  depends_on = [
    azurerm_network_security_rule.vpn_gateway_rules,
  ]
}
