package dev.rulecast.awssg;

import dev.rulecast.policy.Traffic;
import java.util.List;

/**
 * A permission of a security group. EC2 tells permissions apart by protocol, ports and peer alone,
 * and so does {@link #key()}.
 *
 * @param key the permission itself, such as {@code tcp-389-10.20.0.10/32}
 * @param ipPermission its traffic
 * @param peer its other end
 * @param description why it exists, in the characters that EC2 takes
 * @param widenings phrases that say how it is wider than the rules that ask for it
 */
public record Permission(
    String key, IpPermission ipPermission, Peer peer, String description, List<String> widenings) {
  /** Copies the list. */
  public Permission {
    widenings = List.copyOf(widenings);
  }

  /** The key of the permission for some traffic and a peer. */
  static String key(Traffic traffic, Peer peer) {
    String protocol = traffic.protocol().isAny() ? "all" : traffic.protocol().toString();
    String service = traffic.service().replace('/', '-');
    boolean numbered = Character.isDigit(protocol.charAt(0));
    return (numbered ? "protocol-" : "")
        + protocol
        + "-"
        + (service.isEmpty() ? "" : service + "-")
        + peer.key();
  }
}
