package dev.rulecast.ansible;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of Windows that we know. Names, groups, ports, programs and services are those of the
 * firewall's own definitions: the registry key {@code FirewallPolicy\FirewallRules} of Windows 11,
 * and <a href="https://github.com/MichaelGrafnetter/active-directory-firewall">
 * ADDS/inbound-builtin-firewall-rules.csv</a> for servers.
 */
final class WindowsRules {
  private static final String SVCHOST = "%SystemRoot%\\system32\\svchost.exe";
  private static final String SYSTEM = "System";
  private static final String ANY = "any";

  private static final String EVENT_LOG = group(29_252);
  private static final String WMI = group(34_251);
  private static final String NETWORK_DISCOVERY = group(32_752);
  private static final String FILE_SHARING = group(28_502);
  private static final String SERVICES = group(29_502);
  private static final String PERFORMANCE_LOGS = group(34_752);
  private static final String SCHEDULED_TASKS = group(33_252);

  private static final List<WindowsRule> ALL =
      List.of(
          tcp("Remote Event Log Management (NP-In)", EVENT_LOG, "445", SYSTEM, ANY),
          tcp("Remote Event Log Management (RPC)", EVENT_LOG, "RPC", SVCHOST, "Eventlog"),
          tcp("Remote Event Log Management (RPC-EPMAP)", EVENT_LOG, "RPC-EPMap", SVCHOST, "RPCSS"),
          tcp(
              "Windows Management Instrumentation (ASync-In)",
              WMI,
              ANY,
              "%systemroot%\\system32\\wbem\\unsecapp.exe",
              ANY),
          tcp("Windows Management Instrumentation (DCOM-In)", WMI, "135", SVCHOST, "rpcss"),
          tcp("Windows Management Instrumentation (WMI-In)", WMI, ANY, SVCHOST, "winmgmt"),
          udp("Network Discovery (NB-Name-In)", NETWORK_DISCOVERY, "137"),
          udp("File and Printer Sharing (NB-Name-In)", FILE_SHARING, "137"),
          echo("File and Printer Sharing (Echo Request - ICMPv4-In)", "icmpv4", "8:*"),
          echo("File and Printer Sharing (Echo Request - ICMPv6-In)", "icmpv6", "128:*"),
          tcp("Remote Service Management (NP-In)", SERVICES, "445", SYSTEM, ANY),
          tcp(
              "Remote Service Management (RPC)",
              SERVICES,
              "RPC",
              "%SystemRoot%\\system32\\services.exe",
              ANY),
          tcp("Performance Logs and Alerts (DCOM-In)", PERFORMANCE_LOGS, "135", SVCHOST, "rpcss"),
          tcp(
              "Performance Logs and Alerts (TCP-In)",
              PERFORMANCE_LOGS,
              ANY,
              "%systemroot%\\system32\\plasrv.exe",
              ANY),
          tcp(
              "Remote Scheduled Tasks Management (RPC)",
              SCHEDULED_TASKS,
              "RPC",
              SVCHOST,
              "schedule"),
          tcp(
              "Remote Scheduled Tasks Management (RPC-EPMAP)",
              SCHEDULED_TASKS,
              "RPC-EPMap",
              SVCHOST,
              "RPCSS"));

  /** The groups of which we know every rule. The others have more, some of them outbound. */
  private static final List<String> WHOLE_GROUPS =
      List.of(EVENT_LOG, SCHEDULED_TASKS, PERFORMANCE_LOGS);

  private WindowsRules() {}

  private static String group(int resource) {
    return "@FirewallAPI.dll,-" + resource;
  }

  private static WindowsRule tcp(
      String name, String group, String port, String program, String service) {
    return new WindowsRule(name, group, "tcp", port, Optional.empty(), program, service);
  }

  private static WindowsRule udp(String name, String group, String port) {
    return new WindowsRule(name, group, "udp", port, Optional.empty(), SYSTEM, ANY);
  }

  private static WindowsRule echo(String name, String protocol, String typeCode) {
    return new WindowsRule(name, FILE_SHARING, protocol, ANY, Optional.of(typeCode), SYSTEM, ANY);
  }

  /** The names that rule sets may use. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (WindowsRule rule : ALL) {
      names.add(rule.name());
    }
    return names;
  }

  /** The rule of a name, if we know it. */
  static Optional<WindowsRule> named(String name) {
    return ALL.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  /** The groups, in the order of their names, of which these names are every rule. */
  static List<String> groupsWithin(Set<String> names) {
    return WHOLE_GROUPS.stream()
        .filter(
            group ->
                ALL.stream()
                    .allMatch(rule -> !rule.group().equals(group) || names.contains(rule.name())))
        .sorted()
        .toList();
  }
}
