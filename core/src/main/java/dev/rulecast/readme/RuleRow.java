package dev.rulecast.readme;

/**
 * A row of the table of rules in a README. Public, since templates read it.
 *
 * @param source who opens connections
 * @param destination who accepts them
 * @param protocol the protocol
 * @param ports destination ports or ICMP type
 * @param purpose why
 * @param rules the rules that ask for it
 */
public record RuleRow(
    String source,
    String destination,
    String protocol,
    String ports,
    String purpose,
    String rules) {}
