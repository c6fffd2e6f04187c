# Written by rulecast from the rule sets:
#
<#list ruleSets as ruleSet>
#   [=ruleSet]
</#list>
#
# The next export overwrites this file: change the rule sets instead.
#
# The key of a permission is the permission itself (protocol, ports, peer), never
# a position or a name, so that adding or removing one leaves all others alone.
<#list inputs>

################################################################################
# Inputs
################################################################################

locals {
<#items as input>
  [=input.name]_peers_ipv4 = { for label, cidr in var.[=input.name]_addresses.ipv4 : "ipv4/${label}" => { cidr_ipv4 = cidr } }
  [=input.name]_peers_ipv6 = { for label, cidr in var.[=input.name]_addresses.ipv6 : "ipv6/${label}" => { cidr_ipv6 = cidr } }
  [=input.name]_peers      = merge(local.[=input.name]_peers_ipv4, local.[=input.name]_peers_ipv6)
<#sep>

</#sep>
</#items>
}
</#list>
