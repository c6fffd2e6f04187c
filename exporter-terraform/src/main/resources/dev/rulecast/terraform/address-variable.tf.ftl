<#macro addressVariable input>

variable "[=input.name]_addresses" {
  description = "[=input.description]"
  type = object({
    ipv4 = optional(map(string), {})
    ipv6 = optional(map(string), {})
  })
  nullable = false
<#list input.conditions as condition>

  validation {
    condition     = [=condition.expression]
    error_message = "[=condition.message]"
  }
</#list>

  validation {
    condition = alltrue([
      for cidr in values(var.[=input.name]_addresses.ipv4) :
      can(cidrnetmask(cidr)) && can(regex("/[1-9]", cidr)) && try(cidrsubnet(cidr, 0, 0) == cidr, false)
    ])
    error_message = "Each item of [=input.name]_addresses.ipv4 must be an IPv4 network such as 10.0.0.0/8 or 10.0.0.1/32, without host bits, and not /0."
  }

  validation {
    condition = alltrue([
      for cidr in values(var.[=input.name]_addresses.ipv6) :
      !can(cidrnetmask(cidr)) && can(regex("/[1-9]", cidr)) && try(cidrsubnet(cidr, 0, 0) == cidr, false)
    ])
    error_message = "Each item of [=input.name]_addresses.ipv6 must be an IPv6 network in its shortest form such as 2001:db8::/64, without host bits, and not /0."
  }

  validation {
    condition     = length(distinct(values(var.[=input.name]_addresses.ipv4))) == length(var.[=input.name]_addresses.ipv4) && length(distinct(values(var.[=input.name]_addresses.ipv6))) == length(var.[=input.name]_addresses.ipv6)
    error_message = "No network may stand twice in [=input.name]_addresses."
  }
<#nested>
}
</#macro>
