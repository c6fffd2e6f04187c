---
<#if inputs?has_content>
- name: Require the addresses of every endpoint that is an input
  ansible.builtin.assert:
    that:
      - [=role]_addresses[item.name] is [=role]_networks(item.usable, item.required)
    fail_msg: >-
      [=role]_addresses.{{ item.name }} must be a list of addresses, networks without host bits or ranges, with
      {{ item.expected }}. It may not be empty, nor have an item that is empty, any, * or everything.
    quiet: true
  loop: "{{ [=role]_inputs }}"
  loop_control:
    label: "{{ item.name }}"
  any_errors_fatal: true
  when: [=role]_state == 'present'
  tags:
    - always

</#if>
<#if hasRules>
# Every option is passed: the module compares and changes only what it is given. The filter string keeps text as text. Rules
# that block come first, so that at no moment more is allowed than the rules say.
- name: Manage the firewall rules
  community.windows.win_firewall_rule:
    name: "{{ item.name | string }}"
    group: "{{ [=role]_group | string }}"
    description: "{{ item.description | string }}"
    direction: "{{ item.direction | string }}"
    action: "{{ item.action | string }}"
    enabled: true
    profiles: "{{ item.profiles }}"
    protocol: "{{ item.protocol | string }}"
    localip: any
    localport: "{{ item.localport | string if item.protocol in ['tcp', 'udp'] else omit }}"
    remoteip: "{{ item.remoteip | string }}"
    remoteport: "{{ item.remoteport | string if item.protocol in ['tcp', 'udp'] else omit }}"
    icmp_type_code: "{{ item.icmp_type_code if item.protocol in ['icmpv4', 'icmpv6'] else omit }}"
    program: "{{ item.program | string }}"
    service: "{{ item.service | string }}"
    state: present
  loop: >-
    {{ group_names | select('in', [=role]_rules) | map('extract', [=role]_rules)
    | flatten(levels=1) | sort(attribute='action', reverse=true) }}
  loop_control:
    label: "{{ item.name }}"
  when: [=role]_state == 'present'
  tags:
    - [=role]_rules

</#if>
<#if hasBuiltIn>
# Only what enables the group is passed: anything else would be written to each of its rules.
- name: Enable built-in groups of rules
  community.windows.win_firewall_rule:
    group: "{{ item | string }}"
    enabled: true
    state: present
  loop: >-
    {{ group_names | select('in', [=role]_built_in_groups) | map('extract', [=role]_built_in_groups)
    | flatten(levels=1) | unique }}
  when: [=role]_state == 'present'
  tags:
    - [=role]_built_in_groups

</#if>
- name: Delete the rules that are no longer wanted
  community.windows.win_firewall_rule:
    name: "{{ item | string }}"
    state: absent
  loop: >-
    {{ [=role]_removed + ([=role]_rules.values() | flatten(levels=1) | map(attribute='name') | list
    if [=role]_state == 'absent' else []) }}
  tags:
    - [=role]_removed
