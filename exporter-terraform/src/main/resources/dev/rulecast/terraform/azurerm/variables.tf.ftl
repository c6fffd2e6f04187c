<#import "/address-variable.tf.ftl" as addresses>
variable "resource_group_name" {
  description = "Name of the resource group <#if created>in which the network security groups are created<#else>of the network security groups</#if>."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_.()-]{0,89}[A-Za-z0-9_()-]$", var.resource_group_name))
    error_message = "The resource_group_name value must have 1 to 90 letters, digits or characters out of _.()-, and must not end with a dot."
  }
}
<#if created>

variable "location" {
  description = "Azure region of the network security groups, for example \"westeurope\"."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9 ]*$", var.location))
    error_message = "The location value must be the name of an Azure region, such as westeurope."
  }
}
</#if>

variable "network_security_group_names" {
  description = "Names of <#if !created>the existing </#if>network security groups where they are not those of this module, by the latter."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = length(setsubtract(keys(var.network_security_group_names), [
<#list names as name>
      "[=name]",
</#list>
    ])) == 0
    error_message = "Each key of network_security_group_names must be the name that this module has for a network security group."
  }

  validation {
    condition     = alltrue([for name in values(var.network_security_group_names) : can(regex("^[A-Za-z0-9]([A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?$", name))])
    error_message = "Each name in network_security_group_names must have 1 to 80 letters, digits or characters out of _.-, begin with a letter or digit, and end with one of these or an underscore."
  }
}
<#if created>

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
</#if>
<#list inputs as input>
<@addresses.addressVariable input=input>
<#list ["ipv4", "ipv6"] as family>

  validation {
    condition = try(length(setintersection(values(var.[=input.name]_addresses.[=family]), flatten([
      for cidr in values(var.[=input.name]_addresses.[=family]) : [
        for bits in distinct([for other in values(var.[=input.name]_addresses.[=family]) : split("/", other)[1]]) :
        cidrsubnet("${split("/", cidr)[0]}/${bits}", 0, 0) if tonumber(bits) < tonumber(split("/", cidr)[1])
      ]
    ]))) == 0, true)
    error_message = "No network in [=input.name]_addresses.[=family] may lie in another one: Azure refuses a rule in which networks overlap."
  }
</#list>
</@addresses.addressVariable>
</#list>
