package dev.rulecast.netappontap;

import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import dev.rulecast.netappontap.OntapService.Scope;
import dev.rulecast.netappontap.OntapService.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The services that the policies of a release open, in alphabetical order, the firewall services
 * first. Services by release: "Configure firewall policies for LIFs", "LIFs and service policies in
 * ONTAP 9.6 and later", "Manage supported traffic". Ports: "ONTAP port usage on a storage system".
 */
final class Services {
  private static final List<ServicePort> DNS = List.of(tcp(53), udp(53));
  private static final List<ServicePort> HTTP = List.of(tcp(80));
  private static final List<ServicePort> HTTPS = List.of(tcp(443));
  private static final List<ServicePort> NTP = List.of(udp(123));
  private static final List<ServicePort> PORTMAP = List.of(tcp(111), udp(111));
  private static final List<ServicePort> RSH = List.of(tcp(514));
  private static final List<ServicePort> SNMP = List.of(udp(161));
  private static final List<ServicePort> SSH = List.of(tcp(22));
  private static final List<ServicePort> TELNET = List.of(tcp(23));

  private final Release release;
  private final List<OntapService> all = new ArrayList<>();

  private Services(Release release) {
    this.release = release;
    if (release.family().hasFirewallPolicies()) {
      addFirewallServices();
    }
    if (release.family().hasServicePolicies()) {
      addLifServices();
    }
  }

  static Services of(Release release) {
    return new Services(release);
  }

  private static ServicePort tcp(int port) {
    return new ServicePort(Protocol.TCP, port);
  }

  private static ServicePort udp(int port) {
    return new ServicePort(Protocol.UDP, port);
  }

  private void addFirewallServices() {
    boolean untilNineFive = !release.family().hasServicePolicies();
    firewall("dns", DNS);
    firewall("http", HTTP);
    if (untilNineFive) {
      firewall("https", HTTPS);
    }
    firewall("ndmp", List.of(tcp(10_000)));
    // The lists of 8.2 do not have it.
    if (release.family() != ReleaseFamily.V8_2) {
      firewall("ndmps", List.of(tcp(30_000)));
    }
    firewall("ntp", NTP);
    // Always open before. Afterwards it is open wherever NFS is, whatever policies say.
    if (release.isNinePointBetween(4, 6)) {
      firewall("portmap", PORTMAP);
    }
    firewall("rsh", RSH);
    firewall("snmp", SNMP);
    if (untilNineFive) {
      firewall("ssh", SSH);
    }
    firewall("telnet", TELNET);
  }

  private void addLifServices() {
    boolean all = release.family() == ReleaseFamily.V9_10_1;
    if (all) {
      // It takes the place of the firewall services ndmp and ndmps.
      lif("backup-ndmp-control", List.of(tcp(10_000), tcp(30_000)), Scope.EVERY_SVM);
      lif("data-dns-server", DNS, Scope.DATA_SVM);
      lif("management-http", HTTP, Scope.EVERY_SVM);
    }
    lif("management-https", HTTPS, Scope.EVERY_SVM);
    if (all) {
      lif("management-ntp-server", NTP, Scope.SYSTEM_SVM);
      lif("management-rsh-server", RSH, Scope.SYSTEM_SVM);
      lif("management-snmp-server", SNMP, Scope.EVERY_SVM);
    }
    lif("management-ssh", SSH, Scope.EVERY_SVM);
    if (all) {
      lif("management-telnet-server", TELNET, Scope.SYSTEM_SVM);
    }
  }

  private void firewall(String word, List<ServicePort> ports) {
    all.add(new OntapService(Mechanism.FIREWALL_POLICY, word, ports, Scope.EVERY_SVM));
  }

  private void lif(String word, List<ServicePort> ports, Scope scope) {
    all.add(new OntapService(Mechanism.SERVICE_POLICY, word, ports, scope));
  }

  /** The service that has a port. */
  Optional<OntapService> with(ServicePort port) {
    return all.stream().filter(service -> service.has(port)).findFirst();
  }

  /** The service of a name in one kind of policy. */
  Optional<OntapService> named(Mechanism mechanism, String word) {
    return all.stream()
        .filter(service -> service.mechanism() == mechanism && service.word().equals(word))
        .findFirst();
  }

  /** The names of the services of one kind of policy. */
  List<String> words(Mechanism mechanism) {
    return all.stream()
        .filter(service -> service.mechanism() == mechanism)
        .map(OntapService::word)
        .toList();
  }

  /** The ports of services within a range. */
  List<ServicePort> portsWithin(Protocol protocol, PortRange range) {
    return all.stream()
        .flatMap(service -> service.ports().stream())
        .filter(port -> port.protocol().equals(protocol) && range.contains(port.range()))
        .toList();
  }

  /** The place of a service in the order of commands. */
  int rank(OntapService service) {
    return all.indexOf(service);
  }
}
