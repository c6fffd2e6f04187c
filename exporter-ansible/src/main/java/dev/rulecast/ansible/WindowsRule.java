package dev.rulecast.ansible;

import java.util.Optional;

/**
 * A rule that Windows ships with. All of them allow inbound connections.
 *
 * @param name the English display name
 * @param group the language-independent name of its group: an indirect string, which is what the
 *     rule's property {@code Grouping} holds
 * @param protocol as {@code win_firewall_rule} names it
 * @param localPort port, port keyword such as {@code RPC}, or {@code any}; for ICMP {@code any}
 * @param icmpTypeCode as {@code win_firewall_rule} has it; present exactly for ICMP
 * @param program the program that listens
 * @param service short name of the service that listens, or {@code any}
 */
record WindowsRule(
    String name,
    String group,
    String protocol,
    String localPort,
    Optional<String> icmpTypeCode,
    String program,
    String service) {}
