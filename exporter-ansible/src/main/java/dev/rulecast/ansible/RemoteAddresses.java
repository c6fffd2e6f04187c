package dev.rulecast.ansible;

import dev.rulecast.model.AddressSet;
import dev.rulecast.model.Cidr;
import dev.rulecast.model.IpFamily;
import dev.rulecast.model.IpRange;
import dev.rulecast.model.Protocol;
import dev.rulecast.policy.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Addresses of peers as Windows Firewall writes them. */
final class RemoteAddresses {
  private RemoteAddresses() {}

  /**
   * The peer's addresses of the families in which its connections can occur.
   *
   * @param families common to both ends and the protocol; not empty
   */
  static Remote of(Endpoint peer, Set<IpFamily> families, Protocol protocol) {
    return peer.isBound()
        ? new Remote.Known(text(peer.addresses(), families, protocol))
        : new Remote.Input(peer, families);
  }

  /**
   * {@code any} only where it is what the model says: for every family that the protocol has. A
   * whole family is a range, because Windows Firewall takes no prefix of length 0 ([MS-FASP] 2.2.4
   * and 2.2.6).
   */
  private static String text(AddressSet addresses, Set<IpFamily> families, Protocol protocol) {
    List<String> items = new ArrayList<>();
    int whole = 0;
    for (IpRange range : addresses.ranges()) {
      if (families.contains(range.family())) {
        List<Cidr> cidrs = range.toCidrs();
        boolean everything = cidrs.get(0).prefixLength() == 0;
        whole += everything ? 1 : 0;
        // A single address has no prefix length in Windows' own texts.
        boolean block = cidrs.size() == 1 && !everything && !range.first().equals(range.last());
        items.add(block ? cidrs.get(0).toString() : range.toString());
      }
    }
    return whole == protocol.families().size() ? "any" : String.join(",", items);
  }
}
