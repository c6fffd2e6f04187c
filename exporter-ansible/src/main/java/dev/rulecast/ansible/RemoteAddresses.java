package dev.rulecast.ansible;

import dev.rulecast.model.AddressSet;
import dev.rulecast.model.Cidr;
import dev.rulecast.model.IpAddress;
import dev.rulecast.model.IpFamily;
import dev.rulecast.model.IpRange;
import dev.rulecast.model.Protocol;
import dev.rulecast.policy.Endpoint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Addresses of peers as Windows Firewall writes them. */
final class RemoteAddresses {
  /**
   * The first IPv6 address that another host may have: rules name neither the unspecified nor the
   * loopback address ([MS-FASP] 2.2.10).
   */
  private static final IpAddress FIRST_IPV6 = IpAddress.parse("::2");

  private RemoteAddresses() {}

  /**
   * The peer's addresses of the families in which its connections can occur; absent if no rule can
   * name any of them.
   *
   * @param families common to both ends and the protocol; not empty
   */
  static Optional<Remote> of(Endpoint peer, Set<IpFamily> families, Protocol protocol) {
    if (!peer.isBound()) {
      return Optional.of(new Remote.Input(peer, families));
    }
    String text = text(peer.addresses(), families, protocol);
    return text.isEmpty() ? Optional.empty() : Optional.of(new Remote.Known(text));
  }

  /** {@code any} only where it is what the model says: for every family that the protocol has. */
  private static String text(AddressSet addresses, Set<IpFamily> families, Protocol protocol) {
    List<String> items = new ArrayList<>();
    Set<IpFamily> whole = EnumSet.noneOf(IpFamily.class);
    for (IpRange range : addresses.ranges()) {
      if (families.contains(range.family())) {
        if (range.toCidrs().get(0).prefixLength() == 0) {
          whole.add(range.family());
        }
        possible(range).map(RemoteAddresses::text).ifPresent(items::add);
      }
    }
    return whole.equals(protocol.families()) ? "any" : String.join(",", items);
  }

  /** What a rule can name of a range. */
  private static Optional<IpRange> possible(IpRange range) {
    if (range.family() == IpFamily.IPV4 || range.first().compareTo(FIRST_IPV6) >= 0) {
      return Optional.of(range);
    }
    return range.last().compareTo(FIRST_IPV6) < 0
        ? Optional.empty()
        : Optional.of(new IpRange(FIRST_IPV6, range.last()));
  }

  /**
   * A block of addresses as such, unless it is a single one, or a whole family: Windows Firewall
   * takes no prefix of length 0 ([MS-FASP] 2.2.4).
   */
  private static String text(IpRange range) {
    List<Cidr> cidrs = range.toCidrs();
    boolean block =
        cidrs.size() == 1 && cidrs.get(0).prefixLength() > 0 && !range.first().equals(range.last());
    return block ? cidrs.get(0).toString() : range.toString();
  }
}
