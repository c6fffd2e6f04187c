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
      "nsg-old-servers",
      "nsg-servers",
    ])) == 0
    error_message = "Each key of network_security_group_names must be the name that this module has for a network security group."
  }

  validation {
    condition     = alltrue([for name in values(var.network_security_group_names) : can(regex("^[A-Za-z0-9]([A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?$", name))])
    error_message = "Each name in network_security_group_names must have 1 to 80 letters, digits or characters out of _.-, begin with a letter or digit, and end with one of these or an underscore."
  }
}

variable "office_addresses" {
  description = "Addresses of office (Office) in CIDR notation, each under a label of your choice."
  type = object({
    ipv4 = optional(map(string), {})
    ipv6 = optional(map(string), {})
  })
  nullable = false

  validation {
    condition     = length(var.office_addresses.ipv4) > 0
    error_message = "The office_addresses value must hold at least one IPv4 address: without it a rule would open nothing."
  }

  validation {
    condition     = length(var.office_addresses.ipv4) + length(var.office_addresses.ipv6) > 0
    error_message = "The office_addresses value must hold at least one IPv4 or IPv6 address: without it a rule would open nothing."
  }

  validation {
    condition = alltrue([
      for cidr in values(var.office_addresses.ipv4) :
      can(cidrnetmask(cidr)) && can(regex("/[1-9]", cidr)) && try(cidrsubnet(cidr, 0, 0) == cidr, false)
    ])
    error_message = "Each item of office_addresses.ipv4 must be an IPv4 network such as 10.0.0.0/8 or 10.0.0.1/32, without host bits, and not /0."
  }

  validation {
    condition = alltrue([
      for cidr in values(var.office_addresses.ipv6) :
      !can(cidrnetmask(cidr)) && can(regex("/[1-9]", cidr)) && try(cidrsubnet(cidr, 0, 0) == cidr, false)
    ])
    error_message = "Each item of office_addresses.ipv6 must be an IPv6 network in its shortest form such as 2001:db8::/64, without host bits, and not /0."
  }

  validation {
    condition     = length(distinct(values(var.office_addresses.ipv4))) == length(var.office_addresses.ipv4) && length(distinct(values(var.office_addresses.ipv6))) == length(var.office_addresses.ipv6)
    error_message = "No network may stand twice in office_addresses."
  }

  validation {
    condition = try(length(setintersection(values(var.office_addresses.ipv4), flatten([
      for cidr in values(var.office_addresses.ipv4) : [
        for bits in distinct([for other in values(var.office_addresses.ipv4) : split("/", other)[1]]) :
        cidrsubnet("${split("/", cidr)[0]}/${bits}", 0, 0) if tonumber(bits) < tonumber(split("/", cidr)[1])
      ]
    ]))) == 0, true)
    error_message = "No network in office_addresses.ipv4 may lie in another one: Azure refuses a rule in which networks overlap."
  }

  validation {
    condition = try(length(setintersection(values(var.office_addresses.ipv6), flatten([
      for cidr in values(var.office_addresses.ipv6) : [
        for bits in distinct([for other in values(var.office_addresses.ipv6) : split("/", other)[1]]) :
        cidrsubnet("${split("/", cidr)[0]}/${bits}", 0, 0) if tonumber(bits) < tonumber(split("/", cidr)[1])
      ]
    ]))) == 0, true)
    error_message = "No network in office_addresses.ipv6 may lie in another one: Azure refuses a rule in which networks overlap."
  }
}

variable "offices_addresses" {
  description = "Addresses of offices (Branch \"offices\") in CIDR notation, each under a label of your choice. Host names: *.branch.example.com."
  type = object({
    ipv4 = optional(map(string), {})
    ipv6 = optional(map(string), {})
  })
  nullable = false

  validation {
    condition     = length(var.offices_addresses.ipv4) + length(var.offices_addresses.ipv6) > 0
    error_message = "The offices_addresses value must hold at least one IPv4 or IPv6 address: without it a rule would open nothing."
  }

  validation {
    condition = alltrue([
      for cidr in values(var.offices_addresses.ipv4) :
      can(cidrnetmask(cidr)) && can(regex("/[1-9]", cidr)) && try(cidrsubnet(cidr, 0, 0) == cidr, false)
    ])
    error_message = "Each item of offices_addresses.ipv4 must be an IPv4 network such as 10.0.0.0/8 or 10.0.0.1/32, without host bits, and not /0."
  }

  validation {
    condition = alltrue([
      for cidr in values(var.offices_addresses.ipv6) :
      !can(cidrnetmask(cidr)) && can(regex("/[1-9]", cidr)) && try(cidrsubnet(cidr, 0, 0) == cidr, false)
    ])
    error_message = "Each item of offices_addresses.ipv6 must be an IPv6 network in its shortest form such as 2001:db8::/64, without host bits, and not /0."
  }

  validation {
    condition     = length(distinct(values(var.offices_addresses.ipv4))) == length(var.offices_addresses.ipv4) && length(distinct(values(var.offices_addresses.ipv6))) == length(var.offices_addresses.ipv6)
    error_message = "No network may stand twice in offices_addresses."
  }

  validation {
    condition = try(length(setintersection(values(var.offices_addresses.ipv4), flatten([
      for cidr in values(var.offices_addresses.ipv4) : [
        for bits in distinct([for other in values(var.offices_addresses.ipv4) : split("/", other)[1]]) :
        cidrsubnet("${split("/", cidr)[0]}/${bits}", 0, 0) if tonumber(bits) < tonumber(split("/", cidr)[1])
      ]
    ]))) == 0, true)
    error_message = "No network in offices_addresses.ipv4 may lie in another one: Azure refuses a rule in which networks overlap."
  }

  validation {
    condition = try(length(setintersection(values(var.offices_addresses.ipv6), flatten([
      for cidr in values(var.offices_addresses.ipv6) : [
        for bits in distinct([for other in values(var.offices_addresses.ipv6) : split("/", other)[1]]) :
        cidrsubnet("${split("/", cidr)[0]}/${bits}", 0, 0) if tonumber(bits) < tonumber(split("/", cidr)[1])
      ]
    ]))) == 0, true)
    error_message = "No network in offices_addresses.ipv6 may lie in another one: Azure refuses a rule in which networks overlap."
  }
}
