package dev.rulecast.awssg.cloudformation;

import dev.rulecast.awssg.IpPermission;
import dev.rulecast.awssg.Peer;
import dev.rulecast.awssg.Permission;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.model.Cidr;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Side;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Logical ids: letters and digits only ("Resources", AWS CloudFormation User Guide). Each comes
 * from what it names alone, so that none changes when something else is added, and each can be read
 * back, so that no two things share one:
 *
 * <ul>
 *   <li>Every word begins with a capital letter, and has no other.
 *   <li>A word of an endpoint's id that begins with a digit, or is one of the words that join the
 *       parts, has an {@code N} in front; so has a word that looks like one with such an {@code N}.
 *       Hence {@code dc-01} is {@code DcN01}, and {@code dc01} is {@code Dc01}.
 *   <li>The words behind the other end say the protocol and the ports. No sequence of them ends
 *       with another.
 * </ul>
 *
 * <p>A rule is called after what AWS tells rules apart by: direction, groups, protocol, ports. So a
 * change either keeps the id or makes another rule, and the new one never meets the old one. The
 * longest has about 150 characters of the 255 allowed.
 */
final class LogicalIds {
  /** What stands in for the VPC. */
  static final String VPC = "VpcId";

  private static final Pattern MARKED = Pattern.compile("n*([0-9].*|to|from|existing|cidr)");

  private LogicalIds() {}

  /** A group that the template makes for an endpoint. */
  static String group(Endpoint endpoint) {
    return endpoint(endpoint) + "SecurityGroup";
  }

  /** The output with the id of a group. */
  static String output(Endpoint endpoint) {
    return group(endpoint) + "Id";
  }

  /** The parameter for the addresses of an endpoint. */
  static String prefixList(Endpoint endpoint) {
    return endpoint(endpoint) + "PrefixListId";
  }

  /** A rule that is a resource. */
  static String rule(SecurityGroup group, Side side, Permission permission) {
    String own =
        group.existingId().map(LogicalIds::existing).orElseGet(() -> endpoint(first(group)));
    return own
        + (side == Side.INBOUND ? "From" : "To")
        + peer(permission.peer())
        + service(permission.ipPermission());
  }

  private static Endpoint first(SecurityGroup group) {
    return group.endpoints().get(0);
  }

  private static String peer(Peer peer) {
    if (peer instanceof Peer.Block block) {
      return "Cidr" + cidr(block.cidr());
    } else if (peer instanceof Peer.PrefixList list) {
      return existing(list.id());
    } else if (peer instanceof Peer.ExistingGroup group) {
      return existing(group.id());
    } else if (peer instanceof Peer.PlannedGroup group) {
      return endpoint(group.endpoint());
    } else if (peer instanceof Peer.Input input) {
      return endpoint(input.endpoint());
    }
    throw new IllegalArgumentException("An unknown kind of peer: " + peer);
  }

  /** The id of something that exists, such as {@code sg-0123456789abcdef0}. */
  private static String existing(String id) {
    return "Existing" + capital(id.replace("-", ""));
  }

  private static String cidr(Cidr cidr) {
    return "N" + cidr.toString().replace('.', 'x').replace(':', 'y').replace('/', 'm');
  }

  private static String endpoint(Endpoint endpoint) {
    StringBuilder name = new StringBuilder();
    for (String word : endpoint.id().split("-", -1)) {
      name.append(MARKED.matcher(word).matches() ? "N" + word : capital(word));
    }
    return name.toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String service(IpPermission traffic) {
    String protocol = traffic.ipProtocol();
    if (traffic.ports().isEmpty()) {
      return protocol.equals("-1") ? "AllTraffic" : "Protocol" + protocol;
    }
    IpPermission.FromTo ports = traffic.ports().get();
    if (protocol.startsWith("icmp")) {
      String type = ports.from() == -1 ? "Any" : "Type" + ports.from();
      return capital(protocol) + type + (ports.to() == -1 ? "" : "Code" + ports.to());
    }
    String last = ports.from() == ports.to() ? "" : "To" + ports.to();
    return capital(protocol) + ports.from() + last;
  }
}
