package dev.rulecast.netappontap.oracle;

import dev.rulecast.netappontap.oracle.Problem.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A command that makes or changes a policy. */
final class PolicyRun {
  private static final Set<String> RESERVED =
      Set.of("data", "mgmt", "mgmt-nfs", "intercluster", "cluster");

  private final Svm svm;
  private final CommandLine command;
  private final boolean firewall;
  private final Map<String, Map<String, Set<String>>> policies;
  private final Set<String> known;
  private final String policy;
  private final String service;

  PolicyRun(Version version, Svm svm, boolean firewall, CommandLine command) {
    this.svm = svm;
    this.command = command;
    this.firewall = firewall;
    this.policies = firewall ? svm.firewallPolicies : svm.servicePolicies;
    this.known =
        firewall
            ? ServiceTables.firewall(version)
            : svm.data ? ServiceTables.dataSvm(version) : ServiceTables.systemSvm(version);
    this.policy = command.get("-policy");
    this.service = command.get("-service");
  }

  Optional<Kind> run() {
    String verb = command.words().substring(command.words().lastIndexOf(' ') + 1);
    return switch (verb) {
      case "create" -> firewall ? add(true) : Optional.of(Kind.SYNTAX);
      case "add-service" -> add(false);
      case "modify", "modify-service" -> modify();
      case "remove-service" -> remove();
      case "delete" -> firewall && !service.equals("*") ? remove() : delete();
      case "clone" -> copy();
      default -> Optional.of(Kind.SYNTAX);
    };
  }

  private boolean has() {
    return policies.getOrDefault(policy, Map.of()).containsKey(service);
  }

  private Optional<Kind> add(boolean mayMakeThePolicy) {
    if (mayMakeThePolicy && RESERVED.contains(policy.toLowerCase(Locale.ROOT))) {
      return Optional.of(Kind.SYNTAX);
    }
    if (!mayMakeThePolicy && !policies.containsKey(policy)) {
      return Optional.of(Kind.MISSING);
    }
    return has() ? Optional.of(Kind.DUPLICATE) : put();
  }

  private Optional<Kind> modify() {
    return has() ? put() : Optional.of(Kind.MISSING);
  }

  private Optional<Kind> put() {
    if (!known.contains(service)) {
      return Optional.of(Kind.SERVICE);
    }
    String parameter =
        !firewall ? "-allowed-addresses" : command.has("-ip-list") ? "-ip-list" : "-allow-list";
    // Without a list ONTAP takes everybody, which nobody has asked for.
    Set<String> addresses = Networks.list(command.get(parameter));
    if (addresses.isEmpty()) {
      return Optional.of(Kind.ADDRESS);
    }
    String action = command.has("-action") ? command.get("-action") : "allow";
    if (action.equals("deny") && !addresses.contains(ServiceTables.EVERYBODY)) {
      // Nobody has written down what a list of some addresses denies to the others.
      return Optional.of(Kind.ADDRESS);
    }
    if (!action.equals("allow") && !action.equals("deny")) {
      return Optional.of(Kind.SYNTAX);
    }
    policies
        .computeIfAbsent(policy, any -> new TreeMap<>())
        .put(service, action.equals("allow") ? new TreeSet<>(addresses) : new TreeSet<>());
    return Optional.empty();
  }

  private boolean isInUse() {
    return svm.lifs.values().stream()
        .anyMatch(lif -> policy.equals(firewall ? lif.firewallPolicy : lif.servicePolicy));
  }

  private Optional<Kind> remove() {
    if (!has()) {
      return Optional.of(Kind.MISSING);
    }
    // The last entry is the policy.
    if (firewall && policies.getOrDefault(policy, Map.of()).size() == 1) {
      return delete();
    }
    policies.getOrDefault(policy, new TreeMap<>()).remove(service);
    return Optional.empty();
  }

  private Optional<Kind> delete() {
    if (!policies.containsKey(policy)) {
      return Optional.of(Kind.MISSING);
    }
    if (isInUse()) {
      return Optional.of(Kind.IN_USE);
    }
    policies.remove(policy);
    return Optional.empty();
  }

  private Optional<Kind> copy() {
    String target = command.get(firewall ? "-destination-policy" : "-target-policy");
    String targetSvm = command.get(firewall ? "-destination-vserver" : "-target-vserver");
    if (!policies.containsKey(policy)) {
      return Optional.of(Kind.MISSING);
    }
    if (policies.containsKey(target)) {
      return Optional.of(Kind.DUPLICATE);
    }
    boolean sameSvm = targetSvm.isEmpty() || targetSvm.equals(command.get("-vserver"));
    if (!sameSvm || target.toLowerCase(Locale.ROOT).startsWith("default-")) {
      return Optional.of(Kind.SYNTAX);
    }
    Map<String, Set<String>> copied = new TreeMap<>();
    policies
        .getOrDefault(policy, Map.of())
        .forEach((name, addresses) -> copied.put(name, new TreeSet<>(addresses)));
    policies.put(target, copied);
    return Optional.empty();
  }
}
