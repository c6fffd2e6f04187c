
## What Azure does with them

- Network security groups are stateful: replies need no rule.
- The rule with the smallest priority that matches decides: denies have 500 to 999, allows 1000 to 3999. 100 to 499 and
  4000 to 4095 are left to you. A rule keeps its name and its priority as long as the flow that it is for stays.
- The rules of a group are for the addresses of its endpoints, so that a group does not open what else is behind it.
<#if denyRest>
- Rules with the priority 4096 (and downwards, where one cannot hold all addresses) deny all other traffic to and from
  the addresses of the endpoints. They also cut the health probes of load balancers (allow the tag AzureLoadBalancer
  where you need them), and traffic inside an endpoint, such as replication, for which no rule is here.
<#else>
- Azure's default rules come last. AllowVnetInBound and AllowVnetOutBound (65000) allow everything inside the virtual
  network, peered networks and networks behind gateways, and AllowInternetOutBound (65001) everything to the Internet:
  **between private addresses an allow of this output changes nothing, and nothing is cut that has none.** Export with
  `denyRest=endpoint` to deny the rest.
</#if>
- A network interface and its subnet take one network security group each, and traffic has to pass both.
- Rules of Virtual Network Manager (security admin rules) come before all of these.
