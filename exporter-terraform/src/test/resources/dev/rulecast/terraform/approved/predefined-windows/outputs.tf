output "collectors_security_group_id" {
  description = "ID of the collectors security group."
  value       = aws_security_group.collectors.id
}

output "domain_controllers_security_group_id" {
  description = "ID of the domain-controllers security group."
  value       = aws_security_group.domain_controllers.id
}
