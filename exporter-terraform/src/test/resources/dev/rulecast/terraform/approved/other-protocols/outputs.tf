output "routers_security_group_id" {
  description = "ID of the routers security group."
  value       = aws_security_group.routers.id
}

output "vpn_gateway_security_group_id" {
  description = "ID of the vpn-gateway security group."
  value       = aws_security_group.vpn_gateway.id
}
