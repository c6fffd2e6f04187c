package dev.rulecast.terraform;

/**
 * A row of the table of rules in a README.
 *
 * @param source who opens connections
 * @param destination who accepts them
 * @param protocol the protocol
 * @param ports destination ports or ICMP type
 * @param purpose why
 * @param rules the rules that ask for it
 */
public record RuleRowView(
    String source,
    String destination,
    String protocol,
    String ports,
    String purpose,
    String rules) {}
