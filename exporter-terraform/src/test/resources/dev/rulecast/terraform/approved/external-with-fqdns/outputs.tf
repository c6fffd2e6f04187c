output "mail_gateways_security_group_id" {
  description = "ID of the mail-gateways security group."
  value       = aws_security_group.mail_gateways.id
}
