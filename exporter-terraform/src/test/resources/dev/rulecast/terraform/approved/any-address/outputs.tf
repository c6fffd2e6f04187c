output "web_servers_security_group_id" {
  description = "ID of the web-servers security group."
  value       = aws_security_group.web_servers.id
}
