output "old_servers_security_group_id" {
  description = "ID of the old-servers security group."
  value       = aws_security_group.old_servers.id
}

output "servers_security_group_id" {
  description = "ID of the servers security group."
  value       = aws_security_group.servers.id
}
