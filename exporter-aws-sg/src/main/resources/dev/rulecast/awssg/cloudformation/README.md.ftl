
## Usage

```sh
aws cloudformation deploy --template-file [=file] \
<#list parameters>
  --parameter-overrides \
<#items as parameter>
    [=parameter.name]=[=parameter.example] \
</#items>
</#list>
<#if large>
  --s3-bucket BUCKET \
</#if>
  --stack-name firewall
```

With `--no-execute-changeset` it only shows what would change.
<#if large>
A template of more than 51,200 bytes has to come from S3.
</#if>
<#if json>

JSON has no comments, so what is wider is said here alone.
</#if>

Descriptions in the template have the characters that EC2 takes, and parentheses for braces, which
CloudFormation would read as references to secrets.
<#list parameters>

## Parameters

| Name | Description |
| --- | --- |
<#items as parameter>
| [=parameter.name] | [=parameter.description] |
</#items>
</#list>
<#if hasPrefixLists>

A prefix list holds addresses of one family, and its maximum number of entries counts against the
quota of every group with a rule for it. What is in it is yours to check: rulecast does not see it.

```sh
aws ec2 create-managed-prefix-list --address-family IPv4 --max-entries 5 \
  --prefix-list-name mail-relay --entries Cidr=192.0.2.10/32
```
</#if>
<#if created>

## Outputs
<#list outputs>

The ids of the groups, for the network interfaces that they protect.

| Name | Description |
| --- | --- |
<#items as output>
| [=output.name] | [=output.description] |
</#items>
<#else>

None: a stack has at most 200. `aws cloudformation describe-stack-resources` lists the groups.
</#list>
</#if>
