output "bastions_security_group_id" {
  description = "ID of the bastions security group."
  value       = aws_security_group.bastions.id
}

output "databases_security_group_id" {
  description = "ID of the databases security group."
  value       = aws_security_group.databases.id
}
