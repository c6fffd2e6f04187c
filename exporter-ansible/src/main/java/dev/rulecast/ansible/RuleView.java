package dev.rulecast.ansible;

/**
 * A rule as the template of variables prints it.
 *
 * @param name its identity on a host
 * @param direction {@code in} or {@code out}
 * @param action {@code allow} or {@code block}
 * @param protocol name or number
 * @param hasPorts whether the two ports are printed
 * @param localport ports at the host
 * @param remoteport ports at the peer
 * @param remoteip text, or the code of an expression
 * @param program path, or {@code any}
 * @param service short name, or {@code any}
 * @param icmpTypeCode empty unless the protocol is ICMP
 * @param description why it is there
 */
public record RuleView(
    String name,
    String direction,
    String action,
    String protocol,
    boolean hasPorts,
    String localport,
    String remoteport,
    Object remoteip,
    String program,
    String service,
    String icmpTypeCode,
    String description) {}
