variable "vpc_id" {
  description = "ID of the VPC in which the security groups are created."
  type        = string
  nullable    = false
}

variable "name_prefix" {
  description = "Text put in front of every security group name."
  type        = string
  default     = ""
  nullable    = false
}

variable "tags" {
  description = "Tags added to every security group and every security group rule."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "dns_server_addresses" {
  description = "CIDRs of the DNS server, by label."
  type = object({
    ipv4 = optional(map(string), {})
    ipv6 = optional(map(string), {})
  })
  nullable = false

  validation {
    condition     = length(var.dns_server_addresses.ipv4) > 0
    error_message = "The dns_server_addresses value must have an address."
  }

  validation {
    condition     = alltrue([for cidr in values(var.dns_server_addresses.ipv4) : try(cidrsubnet(cidr, 0, 0) == cidr, false)])
    error_message = "The dns_server_addresses value must have CIDRs without host bits."
  }
}
