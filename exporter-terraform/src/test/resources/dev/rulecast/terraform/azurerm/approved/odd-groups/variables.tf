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
      "batch-nsg",
      "nsg-database",
      "NSG-Frontend_2.prod",
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

variable "laptops_addresses" {
  description = "Addresses of laptops (Laptops) in CIDR notation, each under a label of your choice."
  type = object({
    ipv4 = optional(map(string), {})
    ipv6 = optional(map(string), {})
  })
  nullable = false

  validation {
    condition     = length(var.laptops_addresses.ipv4) + length(var.laptops_addresses.ipv6) > 0
    error_message = "The laptops_addresses value must hold at least one IPv4 or IPv6 address: without it a rule would open nothing."
  }

  validation {
    condition     = length(var.laptops_addresses.ipv4) == 0 || length(var.laptops_addresses.ipv6) == 0
    error_message = "The laptops_addresses value must hold addresses of one family: no rule of Azure has both."
  }

  validation {
    condition = alltrue([
      for cidr in values(var.laptops_addresses.ipv4) :
      can(cidrnetmask(cidr)) && can(regex("/[1-9]", cidr)) && try(cidrsubnet(cidr, 0, 0) == cidr, false)
    ])
    error_message = "Each item of laptops_addresses.ipv4 must be an IPv4 network such as 10.0.0.0/8 or 10.0.0.1/32, without host bits, and not /0."
  }

  validation {
    condition = alltrue([
      for cidr in values(var.laptops_addresses.ipv6) :
      !can(cidrnetmask(cidr)) && can(regex("/[1-9]", cidr)) && try(cidrsubnet(cidr, 0, 0) == cidr, false)
    ])
    error_message = "Each item of laptops_addresses.ipv6 must be an IPv6 network in its shortest form such as 2001:db8::/64, without host bits, and not /0."
  }

  validation {
    condition     = length(distinct(values(var.laptops_addresses.ipv4))) == length(var.laptops_addresses.ipv4) && length(distinct(values(var.laptops_addresses.ipv6))) == length(var.laptops_addresses.ipv6)
    error_message = "No network may stand twice in laptops_addresses."
  }

  validation {
    condition = try(length(setintersection(values(var.laptops_addresses.ipv4), flatten([
      for cidr in values(var.laptops_addresses.ipv4) : [
        for bits in distinct([for other in values(var.laptops_addresses.ipv4) : split("/", other)[1]]) :
        cidrsubnet("${split("/", cidr)[0]}/${bits}", 0, 0) if tonumber(bits) < tonumber(split("/", cidr)[1])
      ]
    ]))) == 0, true)
    error_message = "No network in laptops_addresses.ipv4 may lie in another one: Azure refuses a rule in which networks overlap."
  }

  validation {
    condition = try(length(setintersection(values(var.laptops_addresses.ipv6), flatten([
      for cidr in values(var.laptops_addresses.ipv6) : [
        for bits in distinct([for other in values(var.laptops_addresses.ipv6) : split("/", other)[1]]) :
        cidrsubnet("${split("/", cidr)[0]}/${bits}", 0, 0) if tonumber(bits) < tonumber(split("/", cidr)[1])
      ]
    ]))) == 0, true)
    error_message = "No network in laptops_addresses.ipv6 may lie in another one: Azure refuses a rule in which networks overlap."
  }
}
