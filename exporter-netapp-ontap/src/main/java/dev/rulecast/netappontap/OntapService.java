package dev.rulecast.netappontap;

import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A service that a policy opens by its name, and with it all of its ports.
 *
 * @param mechanism what opens it
 * @param word its name in commands, such as {@code https} or {@code management-https}
 * @param ports what it listens on
 * @param scope the SVMs that have it
 */
record OntapService(Mechanism mechanism, String word, List<ServicePort> ports, Scope scope) {
  /** The SVMs that have a service. */
  enum Scope {
    /** SVMs of both kinds. */
    EVERY_SVM,
    /** SVMs that serve data. */
    DATA_SVM,
    /** The cluster's own SVM. */
    SYSTEM_SVM
  }

  /**
   * A port of a service.
   *
   * @param protocol TCP or UDP
   * @param number the port
   */
  record ServicePort(Protocol protocol, int number) {
    PortRange range() {
      return new PortRange(number, number);
    }

    @Override
    public String toString() {
      return protocol + " " + number;
    }
  }

  boolean isFirewallService() {
    return mechanism == Mechanism.FIREWALL_POLICY;
  }

  boolean has(ServicePort port) {
    return ports.contains(port);
  }

  /** The ports in words: {@code tcp 53, udp 53}. */
  String portList() {
    return ports.stream().map(ServicePort::toString).collect(Collectors.joining(", "));
  }
}
