<#import "/address-variable.tf.ftl" as addresses>
<#if groups?has_content>
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
<#if !needsPrefix>
  default     = ""
</#if>
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]{[=needsPrefix?string("1", "0")],64}$", var.name_prefix)) && !startswith(var.name_prefix, "sg-")
    error_message = "The name_prefix value must have <#if needsPrefix>1 to 64<#else>at most 64</#if> characters that EC2 allows in names, and must not begin with \"sg-\"."
  }
}

</#if>
variable "tags" {
  description = "Tags added to every security group and every security group rule."
  type        = map(string)
  default     = {}
  nullable    = false
}
<#list inputs as input>
<@addresses.addressVariable input=input>

  validation {
    condition = alltrue([
      for label in concat(keys(var.[=input.name]_addresses.ipv4), keys(var.[=input.name]_addresses.ipv6)) :
      can(regex("^[A-Za-z0-9_.:/=+@-]{1,64}$", label))
    ])
    error_message = "Each label in [=input.name]_addresses must have 1 to 64 letters, digits or characters out of _.:/=+@-, because it becomes part of a tag."
  }
</@addresses.addressVariable>
</#list>
