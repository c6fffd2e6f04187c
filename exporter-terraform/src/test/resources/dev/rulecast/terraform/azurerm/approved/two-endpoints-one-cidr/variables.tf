variable "resource_group_name" {
  description = "Name of the resource group in which the network security groups are created."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_.()-]{0,89}[A-Za-z0-9_()-]$", var.resource_group_name))
    error_message = "The resource_group_name value must have 1 to 90 letters, digits or characters out of _.()-, and must not end with a dot."
  }
}

variable "location" {
  description = "Azure region of the network security groups, for example \"westeurope\"."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9 ]*$", var.location))
    error_message = "The location value must be the name of an Azure region, such as westeurope."
  }
}

variable "network_security_group_names" {
  description = "Names of network security groups where they are not those of this module, by the latter."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = length(setsubtract(keys(var.network_security_group_names), [
      "nsg-admin-hosts",
      "nsg-backup-servers",
      "nsg-file-servers",
    ])) == 0
    error_message = "Each key of network_security_group_names must be the name that this module has for a network security group."
  }

  validation {
    condition     = alltrue([for name in values(var.network_security_group_names) : can(regex("^[A-Za-z0-9]([A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?$", name))])
    error_message = "Each name in network_security_group_names must have 1 to 80 letters, digits or characters out of _.-, begin with a letter or digit, and end with one of these or an underscore."
  }
}

variable "tags" {
  description = "Tags of the network security groups."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(var.tags) <= 50 && alltrue([for name, value in var.tags : can(regex("^[^<>%&\\\\?/]{1,512}$", name)) && length(value) <= 256])
    error_message = "The tags value must have at most 50 tags, with names of 1 to 512 characters other than <>%&\\?/ and values of at most 256."
  }
}
