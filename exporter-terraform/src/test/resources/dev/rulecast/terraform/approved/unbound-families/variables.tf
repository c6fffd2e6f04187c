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
    condition = alltrue([
      for label in concat(keys(var.office_addresses.ipv4), keys(var.office_addresses.ipv6)) :
      can(regex("^[A-Za-z0-9_.:/=+@-]{1,64}$", label))
    ])
    error_message = "Each label in office_addresses must have 1 to 64 letters, digits or characters out of _.:/=+@-, because it becomes part of a tag."
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
    condition = alltrue([
      for label in concat(keys(var.offices_addresses.ipv4), keys(var.offices_addresses.ipv6)) :
      can(regex("^[A-Za-z0-9_.:/=+@-]{1,64}$", label))
    ])
    error_message = "Each label in offices_addresses must have 1 to 64 letters, digits or characters out of _.:/=+@-, because it becomes part of a tag."
  }
}

variable "partner_addresses" {
  description = "Addresses of partner (Partner) in CIDR notation, each under a label of your choice."
  type = object({
    ipv4 = optional(map(string), {})
    ipv6 = optional(map(string), {})
  })
  nullable = false

  validation {
    condition     = length(var.partner_addresses.ipv6) > 0
    error_message = "The partner_addresses value must hold at least one IPv6 address: without it a rule would open nothing."
  }

  validation {
    condition     = length(var.partner_addresses.ipv4) == 0
    error_message = "The partner_addresses value must hold no IPv4 address: no rule could use it."
  }

  validation {
    condition = alltrue([
      for cidr in values(var.partner_addresses.ipv4) :
      can(cidrnetmask(cidr)) && can(regex("/[1-9]", cidr)) && try(cidrsubnet(cidr, 0, 0) == cidr, false)
    ])
    error_message = "Each item of partner_addresses.ipv4 must be an IPv4 network such as 10.0.0.0/8 or 10.0.0.1/32, without host bits, and not /0."
  }

  validation {
    condition = alltrue([
      for cidr in values(var.partner_addresses.ipv6) :
      !can(cidrnetmask(cidr)) && can(regex("/[1-9]", cidr)) && try(cidrsubnet(cidr, 0, 0) == cidr, false)
    ])
    error_message = "Each item of partner_addresses.ipv6 must be an IPv6 network in its shortest form such as 2001:db8::/64, without host bits, and not /0."
  }

  validation {
    condition     = length(distinct(values(var.partner_addresses.ipv4))) == length(var.partner_addresses.ipv4) && length(distinct(values(var.partner_addresses.ipv6))) == length(var.partner_addresses.ipv6)
    error_message = "No network may stand twice in partner_addresses."
  }

  validation {
    condition = alltrue([
      for label in concat(keys(var.partner_addresses.ipv4), keys(var.partner_addresses.ipv6)) :
      can(regex("^[A-Za-z0-9_.:/=+@-]{1,64}$", label))
    ])
    error_message = "Each label in partner_addresses must have 1 to 64 letters, digits or characters out of _.:/=+@-, because it becomes part of a tag."
  }
}
