package dev.rulecast.testkit.reference;

import dev.rulecast.testkit.reference.Flow.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of documents on a platform, whatever its exporter says: the outcome of every rule,
 * and what the rules of an endpoint let through. It follows from DESIGN.md ("Meaning", and the
 * table of what may be wider) alone.
 */
public final class Expectation {
  private static final String NOT_APPLICABLE = "not-applicable";

  private final PlatformTable table;
  private final Documents documents;
  private final Special special;
  private final Map<String, Addresses> addresses = new HashMap<>();
  private final List<Flow> flows;
  private final Set<Flow> conflicts = new HashSet<>();
  private final Set<Flow> specialConflicts = new HashSet<>();
  private final Map<Side, Map<String, List<Flow>>> written = new HashMap<>();
  private final Map<String, Set<String>> endpointsOf = new HashMap<>();

  /** At which end of a flow a rule is written. */
  public enum Side {
    /** At its source. */
    OUTBOUND,
    /** At its destination. */
    INBOUND;

    /** The name in reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the rules of some endpoints say of a packet. */
  public enum Verdict {
    /** A rule allows it, and none denies it. */
    OPEN,
    /** No rule allows it but one that is wider than it should be. */
    OPEN_OR_CLOSED,
    /** A rule denies it. */
    REFUSED,
    /** No rule is about it. */
    CLOSED
  }

  /** What is special about some exporter's ends of flows. */
  public interface Special {
    /** Nothing. */
    Special NONE = (side, endpoint, peer) -> Optional.empty();

    /**
     * The word of the outcome ({@code unsupported}, {@code not-applicable}) where nothing can be
     * written for an endpoint and its peer; absent: it can.
     */
    Optional<String> outcome(Side side, String endpoint, String peer);
  }

  Expectation(Documents documents, PlatformTable table, Special special) {
    this.documents = documents;
    this.table = table;
    this.special = special;
    this.flows = Flow.of(documents.rules());
    conflicts.addAll(conflicts(Special.NONE));
    specialConflicts.addAll(conflicts(special));
    documents.endpoints().forEach((id, endpoint) -> addresses.put(id, endpoint.addresses()));
    for (Side side : Side.values()) {
      Map<String, List<Flow>> byEndpoint = new LinkedHashMap<>();
      for (Flow flow : flows) {
        if (isWritten(flow, side)) {
          byEndpoint.computeIfAbsent(at(flow, side).id(), any -> new ArrayList<>()).add(flow);
        }
      }
      written.put(side, byEndpoint);
    }
  }

  /**
   * Gives addresses to endpoints, in the place of theirs: those that inputs are given, or that
   * stand behind names.
   */
  public Expectation where(Map<String, ? extends Collection<String>> given) {
    given.forEach((id, texts) -> addresses.put(id, Addresses.of(List.copyOf(texts))));
    endpointsOf.clear();
    return this;
  }

  private static Endpoint at(Flow flow, Side side) {
    return side == Side.OUTBOUND ? flow.source() : flow.destination();
  }

  private static Endpoint peerOf(Flow flow, Side side) {
    return side == Side.OUTBOUND ? flow.destination() : flow.source();
  }

  private boolean isManaged(Endpoint endpoint) {
    return documents.isManaged(endpoint.id(), table.id());
  }

  private List<Side> managed(Flow flow) {
    List<Side> sides = new ArrayList<>();
    for (Side side : Side.values()) {
      if (isManaged(at(flow, side))) {
        sides.add(side);
      }
    }
    return sides;
  }

  /**
   * Those at which the platform has rules.
   *
   * @param ends what is special about ends of flows
   */
  private List<Side> governed(Flow flow, Special ends) {
    List<Side> sides = managed(flow);
    if (!table.outbound()) {
      sides.remove(Side.OUTBOUND);
    }
    sides.removeIf(side -> special(ends, flow, side).equals(Optional.of(NOT_APPLICABLE)));
    return sides;
  }

  private static Optional<String> special(Special ends, Flow flow, Side side) {
    return ends.outcome(side, at(flow, side).id(), peerOf(flow, side).id());
  }

  /** What the platform does not match of a flow. */
  private Set<Part> lost(Flow flow, Side side) {
    Set<Part> lost = EnumSet.noneOf(Part.class);
    if (!flow.sourcePorts().isEmpty() && !table.sourcePorts()) {
      lost.add(Part.SOURCE_PORTS);
    }
    if (flow.hasIcmpType() && !table.icmpTypes()) {
      lost.add(Part.ICMP_TYPE);
    }
    // Outbound rules of an allow are not about the program; those of a deny would refuse them all.
    boolean matters = side == Side.INBOUND ? !table.programs() : flow.deny();
    if (!flow.program().isEmpty() && matters) {
      lost.add(Part.PROGRAM);
    }
    return lost;
  }

  private boolean isExpressible(Flow deny, Side side, Special ends) {
    return table.denies()
        && table.knows(deny.service().protocol())
        && special(ends, deny, side).isEmpty()
        && lost(deny, side).isEmpty();
  }

  /** Whether a deny of a program is left to the destination, where it is refused. */
  private boolean isLeftToDestination(Flow deny, Side side, Special ends) {
    return side == Side.OUTBOUND
        && !deny.program().isEmpty()
        && isManaged(deny.destination())
        && isExpressible(deny, Side.INBOUND, ends);
  }

  private boolean isMissing(Flow deny, Special ends) {
    List<Side> sides = governed(deny, ends);
    return sides.isEmpty()
        || sides.stream()
            .anyMatch(
                side -> !isExpressible(deny, side, ends) && !isLeftToDestination(deny, side, ends));
  }

  /**
   * Denies that are not written wherever they should be, and the allows that overlap them; apart
   * from the allows that are known already.
   */
  private Set<Flow> conflicts(Special ends) {
    Set<Flow> found = new HashSet<>();
    List<Flow> allows =
        flows.stream()
            .filter(flow -> !flow.deny() && !conflicts.contains(flow))
            .filter(flow -> table.knows(flow.service().protocol()))
            .filter(flow -> !governed(flow, ends).isEmpty())
            .toList();
    for (Flow deny : flows) {
      if (deny.deny() && isMissing(deny, ends)) {
        for (Flow allow : allows) {
          if (allow.mayOverlap(deny, table.icmpTypes())) {
            found.add(deny);
            found.add(allow);
          }
        }
      }
    }
    return found;
  }

  /** The outcome of a flow at a managed side, as {@code wider programs} or one word. */
  private String outcome(Flow flow, Side side) {
    if (side == Side.OUTBOUND && !table.outbound()) {
      return NOT_APPLICABLE;
    }
    if (flow.deny() && !table.denies()) {
      return conflicts.contains(flow) ? "unsupported" : "exact";
    }
    if (!table.knows(flow.service().protocol())) {
      return "unsupported";
    }
    if (flow.deny() && !lost(flow, side).isEmpty()) {
      return isLeftToDestination(flow, side, special) ? NOT_APPLICABLE : "unsupported";
    }
    if (!flow.deny() && conflicts.contains(flow)) {
      return "unsupported";
    }
    Optional<String> end = special(special, flow, side);
    if (end.isPresent()) {
      return flow.deny() && specialConflicts.contains(flow) ? "unsupported" : end.get();
    }
    if (!flow.deny() && specialConflicts.contains(flow)) {
      return "unsupported";
    }
    Set<Part> lost = lost(flow, side);
    return lost.isEmpty() ? "exact" : "wider " + words(lost);
  }

  private static String words(Set<Part> lost) {
    return lost.stream()
        .map(
            part ->
                switch (part) {
                  case SOURCE_PORTS -> "sourcePorts";
                  case ICMP_TYPE -> "icmpType";
                  case PROGRAM -> "program";
                })
        .collect(Collectors.joining(" "));
  }

  private static boolean isWritten(String outcome) {
    return outcome.equals("exact") || outcome.startsWith("wider");
  }

  /** The outcomes of predefined rules, where the platform has none or they are elsewhere. */
  private SortedSet<String> predefined() {
    SortedSet<String> outcomes = new TreeSet<>();
    for (Documents.PredefinedRules list : documents.predefinedRules()) {
      if (!table.equals(PlatformTable.WINDOWS) || !isManaged(list.endpoint())) {
        outcomes.add(list.name() + " inbound not-applicable");
      }
    }
    return outcomes;
  }

  /**
   * The outcomes of all rules, each once, apart from predefined rules that are written: {@code
   * set/rule inbound wider program}, or without a side where neither end is managed.
   */
  public SortedSet<String> outcomes() {
    SortedSet<String> outcomes = predefined();
    for (Flow flow : flows) {
      List<Side> sides = managed(flow);
      if (sides.isEmpty()) {
        boolean needed = flow.deny() && conflicts.contains(flow);
        outcomes.add(flow.rule() + (needed ? " unsupported" : " not-applicable"));
      }
      sides.forEach(
          side -> outcomes.add(flow.rule() + " " + side.word() + " " + outcome(flow, side)));
    }
    return outcomes;
  }

  /**
   * The rules of Windows Firewall that are written for each endpoint; no other may exist.
   *
   * @see Reference#windowsFirewall
   */
  public SortedMap<String, SortedSet<WindowsRule>> windowsFirewall(WindowsOptions options) {
    return new WindowsFirewall(documents, flows, options, this::isWritten).rules();
  }

  private boolean isWritten(Flow flow, Side side) {
    return managed(flow).contains(side) && isWritten(outcome(flow, side));
  }

  /**
   * One rule from one endpoint to one endpoint and service.
   *
   * @param rule its name
   * @param first lowest port, or ICMP type; -1: there is none
   * @param last highest port, or ICMP code; likewise
   */
  public record Asked(
      String rule,
      boolean deny,
      String source,
      String destination,
      int protocol,
      int first,
      int last,
      boolean hasSourcePorts,
      boolean hasProgram) {}

  /** What the rules ask for, one by one. */
  public List<Asked> asked() {
    List<Asked> asked = new ArrayList<>();
    for (Flow flow : flows) {
      asked.add(
          new Asked(
              flow.rule(),
              flow.deny(),
              flow.source().id(),
              flow.destination().id(),
              flow.service().protocol(),
              flow.service().first(),
              flow.service().last(),
              !flow.sourcePorts().isEmpty(),
              !flow.program().isEmpty()));
    }
    return asked;
  }

  /** Whether a host may belong to both endpoints. */
  public boolean mayOverlap(String one, String other) {
    Map<String, Endpoint> endpoints = documents.endpoints();
    return Stream.ofNullable(endpoints.get(one))
        .anyMatch(a -> Stream.ofNullable(endpoints.get(other)).anyMatch(a::mayOverlap));
  }

  /** Items of what the environment says of an endpoint for this platform; empty: nothing. */
  public List<String> settings(String endpoint, String key) {
    return documents.settings(endpoint, table.id()).list(key);
  }

  /** All endpoints that a rule set declares. */
  public SortedSet<String> endpoints() {
    return new TreeSet<>(documents.endpoints().keySet());
  }

  /** Whether the documents say where an endpoint is. */
  public boolean isBound(String endpoint) {
    return documents.endpoints().values().stream()
        .anyMatch(one -> one.id().equals(endpoint) && one.isBound());
  }

  /** The networks of an endpoint, as the fewest CIDRs. */
  public List<String> addressesOf(String endpoint) {
    Addresses all = addresses.getOrDefault(endpoint, Addresses.NONE);
    return Arrays.stream(Family.values()).flatMap(family -> all.cidrs(family).stream()).toList();
  }

  /** Whether the platform writes rules for an endpoint. */
  public boolean isManaged(String endpoint) {
    return documents.isManaged(endpoint, table.id());
  }

  /** What the environment says of an endpoint for this platform; empty: nothing. */
  public String setting(String endpoint, String key) {
    return documents.settings(endpoint, table.id()).text(key, "");
  }

  /** What to try: the boundaries of all that the rules name. */
  public Samples samples() {
    return new Samples(flows, addresses);
  }

  /** The endpoints for which something is written at some side. */
  public SortedSet<String> writtenEndpoints() {
    SortedSet<String> endpoints = new TreeSet<>();
    written.values().forEach(byEndpoint -> endpoints.addAll(byEndpoint.keySet()));
    return endpoints;
  }

  /** The endpoints that an address belongs to. */
  public Set<String> endpointsOf(String address) {
    return endpointsOf.computeIfAbsent(
        address,
        any ->
            addresses.entrySet().stream()
                .filter(entry -> entry.getValue().contains(address))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet()));
  }

  private boolean isBetween(Flow flow, Connection connection) {
    return connection.isPossible()
        && endpointsOf(connection.source().address()).contains(flow.source().id())
        && endpointsOf(connection.destination().address()).contains(flow.destination().id());
  }

  /**
   * What the rules that are written for some endpoints at one side say of a packet.
   *
   * @param connection between hosts with addresses
   */
  public Verdict verdict(Side side, Collection<String> endpoints, Connection connection) {
    Verdict verdict = Verdict.CLOSED;
    Map<String, List<Flow>> byEndpoint = written.getOrDefault(side, Map.of());
    for (String endpoint : endpoints) {
      for (Flow flow : byEndpoint.getOrDefault(endpoint, List.of())) {
        Set<Part> ignored = lost(flow, side);
        if (side == Side.OUTBOUND) {
          ignored.add(Part.PROGRAM);
        }
        if (flow.matches(connection, ignored) && isBetween(flow, connection)) {
          if (flow.deny()) {
            return Verdict.REFUSED;
          }
          Set<Part> nobodyKnows = side == Side.INBOUND ? Set.of() : EnumSet.of(Part.PROGRAM);
          if (flow.matches(connection, nobodyKnows)) {
            verdict = Verdict.OPEN;
          } else if (verdict == Verdict.CLOSED) {
            verdict = Verdict.OPEN_OR_CLOSED;
          }
        }
      }
    }
    return verdict;
  }

  /**
   * Whether an output may let a packet all the way through: a rule allows it, as far as the
   * platform can tell, and none denies it, whatever became of the rules there.
   *
   * @param knowsPrograms whether it passes rules at its destination, where programs are known
   */
  public boolean mayPass(Connection connection, boolean knowsPrograms) {
    boolean allowed = false;
    for (Flow flow : flows) {
      if (flow.deny()) {
        Set<Part> unknown =
            table.programs() ? EnumSet.noneOf(Part.class) : EnumSet.of(Part.PROGRAM);
        if (flow.matches(connection, unknown) && isBetween(flow, connection)) {
          return false;
        }
      } else if (!allowed) {
        Set<Part> ignored = lost(flow, Side.INBOUND);
        if (!knowsPrograms) {
          ignored.add(Part.PROGRAM);
        }
        allowed = flow.matches(connection, ignored) && isBetween(flow, connection);
      }
    }
    return allowed;
  }
}
