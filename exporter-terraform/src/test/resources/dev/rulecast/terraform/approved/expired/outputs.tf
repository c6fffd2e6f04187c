output "clients_security_group_id" {
  description = "ID of the clients security group."
  value       = aws_security_group.clients.id
}

output "servers_security_group_id" {
  description = "ID of the servers security group."
  value       = aws_security_group.servers.id
}
