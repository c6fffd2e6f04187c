package dev.rulecast.testkit.reference;

import dev.rulecast.testkit.reference.AwsSamples.Machine;
import dev.rulecast.testkit.reference.AwsSamples.Packet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A network in which each endpoint has machines, to ask of security groups what EC2 would let
 * through there. An endpoint without addresses gets some; endpoints that the same existing group or
 * prefix list stands for are the same machines.
 *
 * <p>Two things are asked, for each pair of machines that differ in anything, each service at the
 * boundary of another, and each side that AWS manages:
 *
 * <ul>
 *   <li>Nothing is open that the rules do not permit, for any source port and program: these two
 *       EC2 cannot match, and nothing else may be wider.
 *   <li>It is open exactly where a rule asks for it that no deny may concern.
 * </ul>
 */
public final class AwsWorld {
  private final List<Rule> rules;
  private final List<Rule> documented;
  private final SortedMap<String, Endpoint> endpoints;
  private final AwsTwins twins;
  private final Map<String, List<String>> unbound = new TreeMap<>();
  private long questions;

  private AwsWorld(LocalDate asOf, String... documents) {
    Documents read = new Documents(asOf, documents);
    SortedMap<String, Endpoint> written = read.endpoints();
    int number = 0;
    for (Endpoint endpoint : written.values()) {
      number++;
      if (!endpoint.isBound()) {
        unbound.put(
            endpoint.id(),
            List.of(
                "172.16." + number + ".0/30",
                "172.16." + number + ".9/32",
                "fd00:" + number + "::/126"));
      }
    }
    Documents world = new Documents(asOf, machines(written), documents);
    endpoints = world.endpoints();
    twins = new AwsTwins(written);
    rules = world.rules();
    documented = read.rules();
  }

  /** The network of some documents. */
  public static AwsWorld of(LocalDate asOf, String... documents) {
    return new AwsWorld(asOf, documents);
  }

  /** The networks that endpoints without addresses have, by id. */
  public Map<String, List<String>> unbound() {
    return Map.copyOf(unbound);
  }

  /** How many questions were asked. */
  public long questions() {
    return questions;
  }

  private Map<String, List<String>> machines(SortedMap<String, Endpoint> written) {
    Map<String, List<String>> machines = new HashMap<>(unbound);
    AwsTwins twins = new AwsTwins(written);
    for (String id : written.keySet()) {
      List<String> all = new ArrayList<>();
      for (Endpoint endpoint : written.values()) {
        if (twins.of(id).contains(endpoint.id())) {
          all.addAll(unbound.getOrDefault(endpoint.id(), endpoint.addresses().cidrs()));
        }
      }
      machines.put(id, all);
    }
    return machines;
  }

  /**
   * What is wrong with some permissions; empty if nothing is.
   *
   * @param options what the permissions were made with
   */
  public List<String> problems(AwsOptions options, SortedSet<Permission> permissions) {
    AwsSamples samples = new AwsSamples(endpoints, rules, permissions);
    List<Machine> machines = samples.machines(options);
    List<Packet> packets = samples.packets();
    List<String> problems = new ArrayList<>();
    for (Packet packet : packets) {
      List<Permission> accepting = permissions.stream().filter(packet::isAcceptedBy).toList();
      List<Rule> asking = rules.stream().filter(packet::isAcceptedBy).toList();
      for (Machine source : machines) {
        for (Machine destination : machines) {
          if (source.family() == destination.family() && packet.isOf(source.family())) {
            ask(source, destination, packet, accepting, asking, problems);
          }
        }
      }
    }
    return problems;
  }

  private void ask(
      Machine source,
      Machine destination,
      Packet packet,
      List<Permission> permissions,
      List<Rule> asking,
      List<String> problems) {
    List<Rule> concerned =
        asking.stream()
            .filter(rule -> rule.sources().stream().anyMatch(e -> is(source, e)))
            .filter(rule -> rule.destinations().stream().anyMatch(e -> is(destination, e)))
            .toList();
    boolean permitted = isPermitted(concerned);
    for (Direction direction : Direction.values()) {
      questions++;
      boolean outbound = direction == Direction.EGRESS;
      Machine own = outbound ? source : destination;
      Machine peer = outbound ? destination : source;
      boolean open =
          permissions.stream()
              .anyMatch(
                  p ->
                      p.direction() == direction
                          && own.peers().contains("group:" + p.group())
                          && peer.peers().contains(p.peer()));
      boolean asked =
          concerned.stream()
              .anyMatch(rule -> isWritten(rule, source, destination, packet, outbound, false));
      boolean wanted =
          concerned.stream()
              .anyMatch(rule -> isWritten(rule, source, destination, packet, outbound, true));
      if (open ? !permitted || !asked : wanted) {
        problems.add(
            "%s %s is %s: %s %s -> %s %s"
                .formatted(
                    direction,
                    packet,
                    open ? "open" + (permitted ? "" : ", which no rule permits") : "closed",
                    source.address(),
                    source.endpoints(),
                    destination.address(),
                    destination.endpoints()));
      }
    }
  }

  private static boolean is(Machine machine, Endpoint endpoint) {
    return machine.endpoints().contains(endpoint.id());
  }

  /** Whether for some source port and some program an allow holds and no deny does. */
  private static boolean isPermitted(List<Rule> concerned) {
    Set<Integer> ports = new TreeSet<>(Set.of(1));
    Set<String> programs = new TreeSet<>(Set.of(""));
    for (Rule rule : concerned) {
      programs.add(rule.program().toLowerCase(Locale.ROOT));
      rule.sourcePorts()
          .forEach(
              range -> {
                ports.add(range.first());
                ports.add(Math.min(range.last() + 1, Ports.MAX));
              });
    }
    for (int port : ports) {
      for (String program : programs) {
        Predicate<Rule> matches =
            rule ->
                (rule.sourcePorts().isEmpty()
                        || rule.sourcePorts().stream().anyMatch(range -> range.contains(port)))
                    && (rule.program().isEmpty() || rule.program().equalsIgnoreCase(program));
        if (concerned.stream().anyMatch(rule -> !rule.deny() && matches.test(rule))
            && concerned.stream().noneMatch(rule -> rule.deny() && matches.test(rule))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether some flow of an allow rule is written that is for these.
   *
   * @param strictly whether the documents give the endpoints addresses of the family; the twins of
   *     an endpoint may have others
   */
  private boolean isWritten(
      Rule rule,
      Machine source,
      Machine destination,
      Packet packet,
      boolean outbound,
      boolean strictly) {
    if (rule.deny()) {
      return false;
    }
    Rule original = documented.get(rules.indexOf(rule));
    for (Endpoint from : original.sources()) {
      for (Endpoint to : original.destinations()) {
        boolean families =
            from.families().contains(source.family()) && to.families().contains(source.family());
        if ((families || !strictly)
            && is(source, from)
            && is(destination, to)
            && (outbound ? from : to).managedByAws()
            && original.services().stream()
                .anyMatch(s -> packet.isAcceptedBy(s) && !isDenied(from, to, s))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isDenied(Endpoint from, Endpoint to, Service service) {
    return documented.stream()
        .filter(Rule::deny)
        .anyMatch(
            deny ->
                deny.services().stream().anyMatch(service::overlaps)
                    && deny.sources().stream().anyMatch(e -> twins.mayOverlap(from, e))
                    && deny.destinations().stream().anyMatch(e -> twins.mayOverlap(to, e)));
  }
}
