package dev.rulecast.azurensg;

import dev.rulecast.model.Action;
import dev.rulecast.policy.Side;
import java.util.List;

/**
 * A security rule of a network security group, in Azure's own words.
 *
 * @param name 1 to 80 characters of {@code A-Za-z0-9_.-}; unique in its group, also ignoring case
 *     and in both directions together. It stays the same as long as the flow does.
 * @param side outbound or inbound
 * @param action allow or deny
 * @param priority unique in its group and direction; the smaller number is evaluated first. Denies
 *     have 500 to 999, allows 1000 to 3999, those that deny the rest 4096 and downwards.
 * @param protocol {@code Tcp Udp Icmp Esp Ah} or {@code *}
 * @param sourcePorts ascending and disjoint: {@code 389}, {@code 1024-65535}; or {@code *} alone
 * @param destinationPorts {@code 389}, {@code 1024-65535} or {@code *}
 * @param source where connections come from
 * @param destination where they go to
 * @param description why it exists: 1 to 140 bytes of UTF-8 on one line; says what it opens beyond
 *     the rules
 * @param widenings phrases that say how it is wider than the rules that ask for it
 */
public record NsgRule(
    String name,
    Side side,
    Action action,
    int priority,
    String protocol,
    List<String> sourcePorts,
    String destinationPorts,
    NsgAddresses source,
    NsgAddresses destination,
    String description,
    List<String> widenings) {
  /** Copies the lists. */
  public NsgRule {
    sourcePorts = List.copyOf(sourcePorts);
    widenings = List.copyOf(widenings);
  }

  /** The direction in Azure's words: {@code Inbound} or {@code Outbound}. */
  public String direction() {
    return side == Side.INBOUND ? "Inbound" : "Outbound";
  }

  /** What is done, in Azure's words: {@code Allow} or {@code Deny}. */
  public String access() {
    return action == Action.ALLOW ? "Allow" : "Deny";
  }
}
