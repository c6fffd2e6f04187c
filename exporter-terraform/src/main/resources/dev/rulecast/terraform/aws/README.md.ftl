
## Usage

```hcl
module "firewall" {
  source = "./terraform"
<#if created?has_content>

  vpc_id = aws_vpc.main.id
</#if>
<#list inputs as input>

  [=input.name]_addresses = {
<#list input.example as line>
    [=line]
</#list>
  }
</#list>
}
<#if created?has_content>

resource "aws_instance" "example" {
  # ...
  vpc_security_group_ids = [module.firewall.ENDPOINT_security_group_id] # one of the outputs
}
</#if>
```

## Requirements

| Name | Version |
| --- | --- |
| terraform | >= 1.3.0 |
| aws | >= 5.0.0 |

## Inputs

| Name | Description | Type | Required |
| --- | --- | --- | --- |
<#if created?has_content>
| vpc_id | ID of the VPC in which the security groups are created. | `string` | yes |
| name_prefix | Text put in front of every security group name. | `string` | no |
</#if>
| tags | Tags added to every security group and every security group rule. | `map(string)` | no |
<#list inputs as input>
| [=input.name]_addresses | [=input.description] | `object({ipv4 = map(string), ipv6 = map(string)})` | yes |
</#list>
<#list created>

## Outputs

| Name | Description |
| --- | --- |
<#items as group>
| [=group.name]_security_group_id | ID of the [=group.label] security group. |
</#items>
</#list>
