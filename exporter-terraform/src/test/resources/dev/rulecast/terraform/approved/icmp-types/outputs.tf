output "monitoring_security_group_id" {
  description = "ID of the monitoring security group."
  value       = aws_security_group.monitoring.id
}

output "servers_security_group_id" {
  description = "ID of the servers security group."
  value       = aws_security_group.servers.id
}
