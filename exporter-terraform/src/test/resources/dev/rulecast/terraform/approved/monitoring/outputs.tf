output "bastion_security_group_id" {
  description = "ID of the bastion security group."
  value       = aws_security_group.bastion.id
}

output "databases_security_group_id" {
  description = "ID of the databases security group."
  value       = aws_security_group.databases.id
}

output "monitoring_server_security_group_id" {
  description = "ID of the monitoring-server security group."
  value       = aws_security_group.monitoring_server.id
}

output "web_servers_security_group_id" {
  description = "ID of the web-servers security group."
  value       = aws_security_group.web_servers.id
}
