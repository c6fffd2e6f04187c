package dev.rulecast.netappontap.oracle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which services a release has where, and on which ports. */
final class ServiceTables {
  static final String EVERYBODY = "0.0.0.0/0";

  private ServiceTables() {}

  static Set<String> firewall(Version version) {
    Set<String> services =
        new TreeSet<>(Set.of("dns", "http", "ndmp", "ntp", "rsh", "snmp", "telnet"));
    if (!version.is82()) {
      services.add("ndmps");
    }
    if (version.isTo(905)) {
      services.addAll(Set.of("https", "ssh"));
    }
    if (version.isFrom(904) && version.isTo(906)) {
      services.add("portmap");
    }
    if (version.isFrom(908)) {
      services.add("none");
    }
    return services;
  }

  /** Services of policies of data SVMs. */
  static Set<String> dataSvm(Version version) {
    Set<String> services =
        new TreeSet<>(
            Set.of(
                "data-core",
                "data-cifs",
                "data-nfs",
                "data-flexcache",
                "data-iscsi",
                "management-https",
                "management-ssh"));
    if (version.isFrom(908)) {
      services.add("data-fpolicy-client");
    }
    if (version.isFrom(910)) {
      services.addAll(
          Set.of(
              "data-nvme-tcp",
              "data-dns-server",
              "data-s3-server",
              "management-http",
              "management-portmap",
              "management-snmp-server",
              "backup-ndmp-control"));
    }
    return services;
  }

  /** Services of policies of the cluster's own SVM. */
  static Set<String> systemSvm(Version version) {
    Set<String> services =
        new TreeSet<>(
            Set.of(
                "intercluster-core",
                "management-core",
                "management-ssh",
                "management-https",
                "management-bgp",
                "management-autosupport"));
    if (version.isFrom(910)) {
      services.addAll(
          Set.of(
              "management-http",
              "management-ems",
              "management-ntp-client",
              "management-ntp-server",
              "management-portmap",
              "management-snmp-server",
              "management-rsh-server",
              "management-telnet-server",
              "backup-ndmp-control"));
    }
    return services;
  }

  static Map<String, Map<String, Set<String>>> firewallPolicies(Version version) {
    Map<String, Map<String, Set<String>>> policies = new TreeMap<>();
    if (version.isFrom(910)) {
      for (String name : List.of("data", "mgmt", "mgmt-nfs", "intercluster")) {
        policies.put(name, new TreeMap<>());
      }
      return policies;
    }
    Set<String> known = firewall(version);
    Set<String> mgmt = Set.of("dns", "http", "https", "ndmp", "ndmps", "ntp", "snmp", "ssh");
    policies.put("mgmt", open(mgmt, known));
    Set<String> withNfs = new TreeSet<>(mgmt);
    withNfs.add("portmap");
    policies.put("mgmt-nfs", open(withNfs, known));
    policies.put("intercluster", open(Set.of("https", "ndmp", "ndmps"), known));
    policies.put("data", open(Set.of("dns", "ndmp", "ndmps", "portmap"), known));
    return policies;
  }

  static Map<String, Map<String, Set<String>>> servicePolicies(Version version, boolean data) {
    Map<String, Map<String, Set<String>>> policies = new TreeMap<>();
    if (!version.isFrom(906)) {
      return policies;
    }
    Set<String> known = data ? dataSvm(version) : systemSvm(version);
    if (!data) {
      policies.put("default-intercluster", open(Set.of("intercluster-core"), known));
      return policies;
    }
    Set<String> files =
        new TreeSet<>(Set.of("data-core", "data-nfs", "data-cifs", "data-flexcache"));
    if (version.isFrom(911)) {
      files.addAll(Set.of("data-fpolicy-client", "data-dns-server"));
    }
    policies.put("default-data-files", open(files, known));
    policies.put("default-data-blocks", open(Set.of("data-core", "data-iscsi"), known));
    return policies;
  }

  private static Map<String, Set<String>> open(Set<String> services, Set<String> known) {
    Map<String, Set<String>> open = new TreeMap<>();
    services.stream()
        .filter(known::contains)
        .forEach(service -> open.put(service, new TreeSet<>(Set.of(EVERYBODY))));
    return open;
  }

  /** Ports as {@code tcp/443}; empty where the documentation names none. */
  static Set<String> ports(String service) {
    return switch (service) {
      case "dns", "data-dns-server" -> Set.of("tcp/53", "udp/53");
      case "http", "management-http" -> Set.of("tcp/80");
      case "https", "management-https" -> Set.of("tcp/443");
      case "ndmp" -> Set.of("tcp/10000");
      case "ndmps" -> Set.of("tcp/30000");
      case "backup-ndmp-control" -> Set.of("tcp/10000", "tcp/30000");
      case "ntp", "management-ntp-server" -> Set.of("udp/123");
      case "portmap", "management-portmap" -> Set.of("tcp/111", "udp/111");
      case "rsh", "management-rsh-server" -> Set.of("tcp/514");
      case "snmp", "management-snmp-server" -> Set.of("udp/161");
      case "ssh", "management-ssh" -> Set.of("tcp/22");
      case "telnet", "management-telnet-server" -> Set.of("tcp/23");
      default -> Set.of();
    };
  }
}
