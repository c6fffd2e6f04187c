output "auditor_server_security_group_id" {
  description = "ID of the auditor-server security group."
  value       = aws_security_group.auditor_server.id
}

output "dns_server_security_group_id" {
  description = "ID of the dns-server security group."
  value       = aws_security_group.dns_server.id
}

output "domain_controllers_security_group_id" {
  description = "ID of the domain-controllers security group."
  value       = aws_security_group.domain_controllers.id
}
