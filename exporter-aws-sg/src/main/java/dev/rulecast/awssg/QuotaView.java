package dev.rulecast.awssg;

/**
 * How much of its quota a group uses. Public, since templates read it.
 *
 * @param name the group
 * @param inbound number of inbound permissions; each input counted once
 * @param outbound number of outbound permissions; each input counted once
 */
public record QuotaView(String name, int inbound, int outbound) {}
