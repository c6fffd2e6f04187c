output "cluster_nodes_security_group_id" {
  description = "ID of the cluster-nodes security group."
  value       = aws_security_group.cluster_nodes.id
}

output "witness_security_group_id" {
  description = "ID of the witness security group."
  value       = aws_security_group.witness.id
}
