output "administrators_security_group_id" {
  description = "ID of the administrators security group."
  value       = aws_security_group.administrators.id
}

output "sharepoint_security_group_id" {
  description = "ID of the sharepoint security group."
  value       = aws_security_group.sharepoint.id
}
