package dev.rulecast.azurensg;

/**
 * A network security group in the README.
 *
 * @param name its name
 * @param endpoints what it is for
 * @param inbound the number of its inbound rules
 * @param outbound the number of its outbound rules
 */
public record GroupRowView(String name, String endpoints, int inbound, int outbound) {}
