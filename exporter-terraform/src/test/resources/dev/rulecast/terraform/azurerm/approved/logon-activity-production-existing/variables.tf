variable "resource_group_name" {
  description = "Name of the resource group of the network security groups."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_.()-]{0,89}[A-Za-z0-9_()-]$", var.resource_group_name))
    error_message = "The resource_group_name value must have 1 to 90 letters, digits or characters out of _.()-, and must not end with a dot."
  }
}

variable "network_security_group_names" {
  description = "Names of the existing network security groups where they are not those of this module, by the latter."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = length(setsubtract(keys(var.network_security_group_names), [
      "nsg-auditor-server",
      "nsg-dns-server",
      "nsg-domain-controllers",
    ])) == 0
    error_message = "Each key of network_security_group_names must be the name that this module has for a network security group."
  }

  validation {
    condition     = alltrue([for name in values(var.network_security_group_names) : can(regex("^[A-Za-z0-9]([A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?$", name))])
    error_message = "Each name in network_security_group_names must have 1 to 80 letters, digits or characters out of _.-, begin with a letter or digit, and end with one of these or an underscore."
  }
}
