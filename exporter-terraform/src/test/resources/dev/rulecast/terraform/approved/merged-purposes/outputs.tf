output "app_servers_security_group_id" {
  description = "ID of the app-servers security group."
  value       = aws_security_group.app_servers.id
}

output "databases_security_group_id" {
  description = "ID of the databases security group."
  value       = aws_security_group.databases.id
}
