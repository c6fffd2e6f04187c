output "app_servers_security_group_id" {
  description = "ID of the app-servers security group."
  value       = aws_security_group.app_servers.id
}

output "databases_security_group_id" {
  description = "ID of the databases security group."
  value       = aws_security_group.databases.id
}

output "monitoring_security_group_id" {
  description = "ID of the monitoring security group."
  value       = aws_security_group.monitoring.id
}

output "web_servers_security_group_id" {
  description = "ID of the web-servers security group."
  value       = aws_security_group.web_servers.id
}
