variable "vpc_id" {
  description = "ID of the VPC in which the security groups are created."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^vpc-[0-9a-f]+$", var.vpc_id))
    error_message = "The vpc_id value must look like vpc-0123456789abcdef0."
  }
}

variable "name_prefix" {
  description = "Text put in front of every security group name, for example \"prod-\"."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]{0,64}$", var.name_prefix)) && !startswith(var.name_prefix, "sg-")
    error_message = "The name_prefix value must have at most 64 characters that EC2 allows in names, and must not begin with \"sg-\"."
  }
}

variable "tags" {
  description = "Tags added to every security group and every security group rule."
  type        = map(string)
  default     = {}
  nullable    = false
}
