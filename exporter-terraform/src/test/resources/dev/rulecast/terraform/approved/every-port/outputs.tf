output "jump_hosts_security_group_id" {
  description = "ID of the jump-hosts security group."
  value       = aws_security_group.jump_hosts.id
}

output "lab_security_group_id" {
  description = "ID of the lab security group."
  value       = aws_security_group.lab.id
}
