package dev.rulecast.netappontap.oracle;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An SVM: its policies, as service and addresses, and its LIFs. */
final class Svm {
  final boolean data;
  final Map<String, Map<String, Set<String>>> firewallPolicies;
  final Map<String, Map<String, Set<String>>> servicePolicies;
  final Map<String, Lif> lifs = new TreeMap<>();

  /** A LIF and its policies. */
  static final class Lif {
    String firewallPolicy;
    String servicePolicy;

    Lif(String firewallPolicy, String servicePolicy) {
      this.firewallPolicy = firewallPolicy;
      this.servicePolicy = servicePolicy;
    }

    @Override
    public String toString() {
      return firewallPolicy + " and " + servicePolicy;
    }
  }

  Svm(Version version, boolean data) {
    this.data = data;
    this.firewallPolicies = new TreeMap<>(ServiceTables.firewallPolicies(version));
    this.servicePolicies = new TreeMap<>(ServiceTables.servicePolicies(version, data));
  }
}
