package dev.rulecast.testkit.nsg;

import static org.junit.jupiter.api.Assertions.fail;

import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.nsg.NsgInterpreter.Packet;
import dev.rulecast.testkit.nsg.NsgInterpreter.Verdict;
import dev.rulecast.testkit.reference.Connection;
import dev.rulecast.testkit.reference.Host;
import dev.rulecast.testkit.reference.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Compares what network security groups let through with what documents say: for every pair of
 * addresses at the boundaries of what they name, every protocol, and the ports at the boundaries of
 * theirs. Shares no code with the product.
 */
public final class NsgSemantics {
  private static final Set<Integer> EXPRESSIBLE = Set.of(1, 6, 17, 50, 51);
  private static final List<int[]> ICMP =
      List.of(new int[] {0, 0}, new int[] {3, 4}, new int[] {3, 1}, new int[] {8, 0});

  private final Samples samples;
  private final Reference reference;
  private final Map<String, Reference> atSource = new HashMap<>();
  private final Map<String, Reference> atDestination = new HashMap<>();
  private final NsgInterpreter interpreter;
  private int allowed;
  private int denied;

  /**
   * A comparison.
   *
   * @param documents whose every endpoint has addresses
   * @param deployed the rules of each group by its name, each as its properties in the REST API
   *     ({@code SecurityRulePropertiesFormat}) and its {@code name}
   * @param behind networks behind service tags and application security groups, by name
   */
  public NsgSemantics(
      Fixture documents,
      Map<String, List<Map<String, Object>>> deployed,
      Map<String, List<String>> behind) {
    samples = new Samples(documents);
    String environment = documents.environment().orElse("");
    reference = Reference.of(Fixture.AS_OF, documents.ruleSets(), environment);
    interpreter = new NsgInterpreter(deployed, behind);
    for (String group : interpreter.groupNames()) {
      List<String> endpoints =
          samples.addresses().keySet().stream()
              .filter(endpoint -> samples.group(endpoint).equals(group))
              .toList();
      atSource.put(
          group,
          Reference.of(Fixture.AS_OF, samples.withAllowsFor("source", endpoints), environment));
      atDestination.put(
          group,
          Reference.of(
              Fixture.AS_OF, samples.withAllowsFor("destination", endpoints), environment));
    }
  }

  /** Whether all groups of a machine together let a packet pass. */
  private interface Judge {
    boolean allows(List<String> groups, String direction, Packet packet);
  }

  /** The custom rules alone, where nothing denies the rest; fails if they say something else. */
  public void customRules() {
    compare(
        (groups, direction, packet) -> {
          List<Verdict> verdicts =
              groups.stream().map(g -> interpreter.custom(g, direction, packet)).toList();
          return verdicts.contains(Verdict.ALLOW) && !verdicts.contains(Verdict.DENY);
        });
  }

  /**
   * All traffic, the default rules included, whatever Azure takes for the virtual network; fails if
   * it is something else.
   */
  public void allTraffic() {
    for (boolean inVirtualNetwork : List.of(true, false)) {
      compare(
          (groups, direction, packet) ->
              groups.stream()
                  .allMatch(g -> interpreter.allows(g, direction, packet, inVirtualNetwork)));
    }
  }

  private List<String> groups(String address) {
    List<String> groups = new ArrayList<>();
    samples
        .addresses()
        .forEach(
            (endpoint, networks) -> {
              String group = samples.group(endpoint);
              if (interpreter.groupNames().contains(group)
                  && !groups.contains(group)
                  && networks.stream().anyMatch(n -> Networks.contain(n, address))) {
                groups.add(group);
              }
            });
    return groups;
  }

  private void compare(Judge judge) {
    List<String> representatives = samples.representatives();
    for (String source : samples.hosts()) {
      List<String> out = groups(source);
      for (String destination : samples.hosts()) {
        List<String> in = groups(destination);
        boolean sameFamily = source.contains(":") == destination.contains(":");
        if (sameFamily && !(out.isEmpty() && in.isEmpty())) {
          boolean all = representatives.contains(source) && representatives.contains(destination);
          for (Connection connection : connections(source, destination, all)) {
            check(connection, out, in, judge);
          }
        }
      }
    }
    if (allowed == 0 || denied == 0) {
      fail(allowed + " packets are let through and " + denied + " are not: nothing is compared.");
    }
  }

  private static Packet packet(Connection connection) {
    boolean hasPorts = connection.protocol() == 6 || connection.protocol() == 17;
    return new Packet(
        connection.source().address(),
        connection.destination().address(),
        connection.protocol(),
        connection.sourcePort(),
        hasPorts ? connection.portOrType() : 0);
  }

  /**
   * Packets between two hosts.
   *
   * @param all every port; else some
   */
  private List<Connection> connections(String from, String to, boolean all) {
    Host source = Host.at(from);
    Host destination = Host.at(to);
    List<Connection> connections = new ArrayList<>();
    List<Integer> ports = List.copyOf(samples.ports());
    int middle = ports.get(ports.size() / 2);
    for (int port : all ? ports : List.of(middle)) {
      for (int sourcePort : all && port == middle ? samples.sourcePorts() : Set.of(1_500)) {
        connections.add(Connection.tcp(source, destination, port).from(sourcePort));
        connections.add(Connection.udp(source, destination, port).from(sourcePort));
      }
    }
    for (int[] message : all ? ICMP : ICMP.subList(0, 1)) {
      connections.add(
          from.contains(":")
              ? Connection.icmpv6(source, destination, message[0], message[1])
              : Connection.icmp(source, destination, message[0], message[1]));
    }
    for (int protocol : all ? List.of(47, 50, 51, 132) : List.of(50)) {
      connections.add(Connection.of(source, destination, protocol));
    }
    return connections;
  }

  private void check(Connection connection, List<String> out, List<String> in, Judge judge) {
    Packet packet = packet(connection);
    boolean leaves = out.isEmpty() || judge.allows(out, "Outbound", packet);
    boolean arrives = in.isEmpty() || judge.allows(in, "Inbound", packet);
    boolean passes = leaves && arrives;
    if (passes && !mayBeWider(connection)) {
      fail("The groups allow what the documents do not: " + connection);
    }
    if (EXPRESSIBLE.contains(connection.protocol())) {
      if (!leaves && out.stream().anyMatch(g -> at(atSource, g).mayConnect(connection))) {
        fail("The documents allow what the groups " + out + " do not let out: " + connection);
      }
      if (!arrives && in.stream().anyMatch(g -> at(atDestination, g).mayConnect(connection))) {
        fail("The documents allow what the groups " + in + " do not let in: " + connection);
      }
    }
    allowed += passes ? 1 : 0;
    denied += passes ? 0 : 1;
  }

  private static Reference at(Map<String, Reference> references, String group) {
    return Objects.requireNonNull(references.get(group));
  }

  /** Programs are not matched: a rule for one opens the port for all. Likewise ICMP types. */
  private boolean mayBeWider(Connection connection) {
    if (samples.programs().stream()
        .anyMatch(program -> reference.mayConnect(connection.to(program)))) {
      return true;
    }
    return connection.protocol() == 1
        && ICMP.stream()
            .map(
                message ->
                    Connection.icmp(
                        connection.source(), connection.destination(), message[0], message[1]))
            .anyMatch(reference::mayConnect);
  }
}
