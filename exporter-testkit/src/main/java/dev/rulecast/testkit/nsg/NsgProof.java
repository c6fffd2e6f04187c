package dev.rulecast.testkit.nsg;

import dev.rulecast.testkit.nsg.NsgInterpreter.Packet;
import dev.rulecast.testkit.reference.Connection;
import dev.rulecast.testkit.reference.ConnectionProof;
import dev.rulecast.testkit.reference.ConnectionProof.Figures;
import dev.rulecast.testkit.reference.ConnectionProof.Gate;
import dev.rulecast.testkit.reference.Expectation;
import dev.rulecast.testkit.reference.Expectation.Side;
import dev.rulecast.testkit.reference.Expectation.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds the rules of network security groups against what becomes of the documents on Azure: each
 * group by itself in each direction, and all of them together. Shares no code with the product.
 */
public final class NsgProof {
  private final Expectation expectation;
  private final NsgInterpreter interpreter;
  private final boolean denyRest;
  private final Map<String, Set<String>> endpointsByGroup = new TreeMap<>();

  private NsgProof(
      Expectation expectation,
      Map<String, List<Map<String, Object>>> deployed,
      Map<String, List<String>> behind,
      boolean denyRest) {
    this.expectation = expectation;
    this.interpreter = new NsgInterpreter(deployed, behind);
    this.denyRest = denyRest;
    for (String endpoint : expectation.writtenEndpoints()) {
      String setting = expectation.setting(endpoint, "nsg");
      String group = setting.isEmpty() ? "nsg-" + endpoint : setting;
      endpointsByGroup
          .computeIfAbsent(group.toLowerCase(Locale.ROOT), any -> new HashSet<>())
          .add(endpoint);
    }
    Set<String> groups = new HashSet<>();
    deployed.keySet().forEach(group -> groups.add(group.toLowerCase(Locale.ROOT)));
    if (!groups.equals(endpointsByGroup.keySet())) {
      throw new AssertionError(
          "There are the groups " + groups + " and not " + endpointsByGroup.keySet());
    }
  }

  /**
   * Compares them; fails at the first difference.
   *
   * @param expectation in which every endpoint that a rule names has addresses
   * @param deployed the rules of each group by its name, each as its properties in the REST API
   *     ({@code SecurityRulePropertiesFormat}) and its {@code name}
   * @param behind networks behind service tags and application security groups, by name
   * @param denyRest whether the groups deny what no rule is about, for the addresses of their
   *     endpoints
   */
  public static Figures compare(
      Expectation expectation,
      Map<String, List<Map<String, Object>>> deployed,
      Map<String, List<String>> behind,
      boolean denyRest) {
    NsgProof proof = new NsgProof(expectation, deployed, behind, denyRest);
    return ConnectionProof.compare(expectation, proof::gates);
  }

  private List<Gate> gates(Side side, String host, String peer) {
    List<Gate> gates = new ArrayList<>();
    boolean outbound = side == Side.OUTBOUND;
    Set<String> belongsTo = expectation.endpointsOf(host);
    for (String group : interpreter.groupNames()) {
      Set<String> endpoints =
          endpointsByGroup.getOrDefault(group.toLowerCase(Locale.ROOT), Set.of());
      if (endpoints.stream().anyMatch(belongsTo::contains)) {
        List<Map<String, Object>> rules =
            interpreter.between(
                group,
                outbound ? "Outbound" : "Inbound",
                outbound ? host : peer,
                outbound ? peer : host);
        List<Object> names = new ArrayList<>(List.of(group));
        rules.forEach(rule -> names.add(rule.getOrDefault("name", "")));
        gates.add(new Gate(endpoints, denyRest, names, packet -> verdict(rules, packet)));
      }
    }
    return gates;
  }

  private static Verdict verdict(List<Map<String, Object>> rules, Connection connection) {
    boolean hasPorts = connection.protocol() == 6 || connection.protocol() == 17;
    Packet packet =
        new Packet(
            connection.source().address(),
            connection.destination().address(),
            connection.protocol(),
            connection.sourcePort(),
            hasPorts ? connection.portOrType() : 0);
    return switch (NsgInterpreter.first(rules, packet)) {
      case ALLOW -> Verdict.OPEN;
      case DENY -> Verdict.REFUSED;
      case NONE -> Verdict.CLOSED;
    };
  }
}
