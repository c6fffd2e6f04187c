
## What the LIFs end up with

SVM `[=vserver]`, LIFs <#list lifs as lif>`[=lif]`<#sep>, </#sep></#list>, policy `[=policy]`, ONTAP [=release] ([=family]).

| Service | Ports | Opened by | Allowed addresses | Because of |
| --- | --- | --- | --- | --- |
<#list entries as entry>
| [=entry.service] | [=entry.ports] | [=entry.policy] | [=entry.addresses] | [=entry.why] |
</#list>

<#if makesServicePolicy>
- The new service policy begins as a copy of `[=servicePolicy]`: its data services, and whatever else it permits, stay as
  they are.
</#if>
<#if makesFirewallPolicy>
- The new firewall policy takes the place of the present one. What is "kept" is what the settings say that one allows; every
  other firewall service is closed.
</#if>
<#if unbound>
- Kept services are open to IPv4 alone: the endpoint has no addresses in the environment, which would tell whether the LIFs
  have IPv6.
</#if>
- SMB, NFS, iSCSI and NVMe/TCP are governed by share permissions, export policies, initiator groups and subsystems.
- Policies permit by service and source address. They know neither source ports nor programs, and nothing outbound.
<#list widenings>

## Wider than the rules

<#items as line>
- [=line].
</#items>
</#list>

## Usage

1. `apply.cli` once: it makes the policy, fills it, and assigns it last.
2. `update.cli` after every later export.
3. `verify.cli` afterwards: it must show the table above<#if makesServicePolicy>, and beside it what `[=servicePolicy]` has</#if>.
4. `rollback.cli` gives the LIFs their former policy and deletes this one.

- Type or paste the commands one by one and read every answer: `add` and `create` fail where an entry exists, and `modify` where it
  does not. The comments tell where that is expected.
<#if makesServicePolicy>
- A LIF that gets another service policy has a brief outage. Abort the SnapMirror transfers of an intercluster LIF before.
- The commands need advanced privilege, for which they turn confirmations off: log out afterwards.
</#if>
<#if makesFirewallPolicy && !knowsFormer>
- `rollback.cli` must be completed with the LIFs' former firewall policy; the setting `firewallPolicy` does that.
</#if>
<#if sameAs?has_content>
- The same policy is written for <#list sameAs as id>[=id]<#sep>, </#sep></#list>. Run `apply.cli` of one of them first; delete the policy with
  the last `rollback.cli`.
</#if>
<#if opensWeb>

## Not part of the firewall

ONTAPI and REST answer only where the web services are enabled and the account's role has access:

```text
system services web modify -external true
vserver services web modify -vserver [=vserver] -name rest -enabled true
vserver services web modify -vserver [=vserver] -name ontapi -enabled true
```
</#if>
