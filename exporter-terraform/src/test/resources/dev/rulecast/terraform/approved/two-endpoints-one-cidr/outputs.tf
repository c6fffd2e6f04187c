output "admin_hosts_security_group_id" {
  description = "ID of the admin-hosts security group."
  value       = aws_security_group.admin_hosts.id
}

output "backup_servers_security_group_id" {
  description = "ID of the backup-servers security group."
  value       = aws_security_group.backup_servers.id
}

output "file_servers_security_group_id" {
  description = "ID of the file-servers security group."
  value       = aws_security_group.file_servers.id
}
