package dev.rulecast.ansible;

import dev.rulecast.model.Action;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Side;
import java.util.List;

/**
 * A rule of Windows Firewall on the hosts of one endpoint.
 *
 * @param name its identity on a host, whatever the case and the direction
 * @param endpoint whose hosts have it
 * @param match what it matches
 * @param remote where the other end is
 * @param purposes why it is there, without repetition; not empty
 */
record FirewallRule(
    String name, Endpoint endpoint, Match match, Remote remote, List<String> purposes) {
  /** Copies the list. */
  FirewallRule {
    purposes = List.copyOf(purposes);
  }

  /**
   * What a rule matches besides its peer, in the words of {@code win_firewall_rule}.
   *
   * @param side inbound or outbound
   * @param action allow or block
   * @param protocol name or number
   * @param localPort ports at the endpoint; {@code any} also where the protocol has none
   * @param remotePort ports at the peer; likewise
   * @param icmpTypeCode type and code, {@code *} for every one; empty unless the protocol is ICMP
   * @param program path of the program at the endpoint, or {@code any}
   * @param service short name of the service at the endpoint, or {@code any}
   */
  record Match(
      Side side,
      Action action,
      String protocol,
      String localPort,
      String remotePort,
      String icmpTypeCode,
      String program,
      String service) {
    // Like a record's own, which are slow until the compiler knows them well.
    @Override
    public boolean equals(Object other) {
      return other instanceof Match match
          && side == match.side
          && action == match.action
          && protocol.equals(match.protocol)
          && localPort.equals(match.localPort)
          && remotePort.equals(match.remotePort)
          && icmpTypeCode.equals(match.icmpTypeCode)
          && program.equals(match.program)
          && service.equals(match.service);
    }

    @Override
    public int hashCode() {
      int ports = (protocol.hashCode() * 31 + localPort.hashCode()) * 31 + remotePort.hashCode();
      return ((ports * 31 + program.hashCode()) * 31 + side.hashCode()) * 31 + action.hashCode();
    }

    /** Whether ports are passed for it: Windows Firewall refuses them for other protocols. */
    boolean hasPorts() {
      return protocol.equals("tcp") || protocol.equals("udp");
    }
  }
}
