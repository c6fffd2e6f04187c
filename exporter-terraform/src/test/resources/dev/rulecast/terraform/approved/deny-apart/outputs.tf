output "office_security_group_id" {
  description = "ID of the office security group."
  value       = aws_security_group.office.id
}

output "servers_security_group_id" {
  description = "ID of the servers security group."
  value       = aws_security_group.servers.id
}
