package dev.rulecast.policy;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Location;
import dev.rulecast.model.Action;
import dev.rulecast.model.IcmpType;
import dev.rulecast.model.IpFamily;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.PredefinedRule;
import dev.rulecast.model.Protocol;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Expands rules to flows and merges those that are alike. */
final class FlowExpander {
  /** Lists on both sides multiply; this bounds what a few lines of input can ask for. */
  static final int MAX_FLOWS = 10_000_000;

  /** Two endpoints without a common family are told so many times for one rule. */
  private static final int MAX_FAMILY_ERRORS = 20;

  private final Map<String, Endpoint> endpoints;
  private final Parameters parameters;
  private final Expiry expiry;
  private final Diagnostics diagnostics;
  private final int maxFlows;

  /** In the order of expansion, which is nearly the canonical one: sorting takes one pass. */
  private final Map<Key, List<Origin>> merged = new LinkedHashMap<>();

  private final List<PredefinedUse> predefined = new ArrayList<>();
  private boolean tooMany;

  /** What makes two flows the same. */
  private record Key(Action action, Endpoint source, Endpoint destination, Traffic traffic) {
    // Like a record's own, which are slow until the compiler knows them well.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && action == key.action
          && source.equals(key.source)
          && destination.equals(key.destination)
          && traffic.equals(key.traffic);
    }

    @Override
    public int hashCode() {
      return ((action.hashCode() * 31 + source.hashCode()) * 31 + destination.hashCode()) * 31
          + traffic.hashCode();
    }
  }

  FlowExpander(
      Map<String, Endpoint> endpoints,
      Parameters parameters,
      Expiry expiry,
      Diagnostics diagnostics,
      int maxFlows) {
    this.endpoints = endpoints;
    this.parameters = parameters;
    this.expiry = expiry;
    this.diagnostics = diagnostics;
    this.maxFlows = maxFlows;
  }

  /** Expands every rule of a rule set that has not expired. */
  void expand(RuleSet ruleSet) {
    List<Rule> rules = new ArrayList<>(ruleSet.rules());
    rules.sort((a, b) -> a.id().compareTo(b.id()));
    for (Rule rule : rules) {
      Origin origin = new Origin(ruleSet.name(), rule);
      if (!tooMany && !expiry.isOver(origin)) {
        expand(origin);
      }
    }
    for (PredefinedRule rule : ruleSet.predefinedRules()) {
      expand(ruleSet.name(), rule);
    }
  }

  /** The flows of every rule so far, merged, in canonical order. */
  List<Flow> flows() {
    List<Flow> flows = new ArrayList<>(merged.size());
    merged.forEach(
        (key, origins) -> {
          if (origins.size() > 1) {
            Collections.sort(origins);
          }
          flows.add(new Flow(key.action, key.source, key.destination, key.traffic, origins));
        });
    Collections.sort(flows);
    return flows;
  }

  List<PredefinedUse> predefined() {
    return predefined.stream().sorted().toList();
  }

  private void expand(Origin origin) {
    List<Traffic> traffics = traffics(origin.rule());
    List<Endpoint> sources = named(origin.rule().sources());
    List<Endpoint> destinations = named(origin.rule().destinations());
    // The flows of one rule are all different: what is too much by itself is told without them.
    long flows = (long) sources.size() * destinations.size() * traffics.size();
    if (flows > maxFlows) {
      reportTooMany(origin.reference(), origin.rule().location());
      return;
    }
    List<Protocol> protocols = protocols(traffics);
    int familyErrors = 0;
    for (Endpoint from : sources) {
      for (Endpoint to : destinations) {
        for (Protocol protocol : protocols) {
          if (!haveFamily(from, to, protocol)) {
            reportFamilies(origin, from, to, protocol);
            familyErrors++;
          }
        }
        if (familyErrors >= MAX_FAMILY_ERRORS || !add(origin, from, to, traffics)) {
          return;
        }
      }
    }
  }

  private List<Endpoint> named(List<String> ids) {
    List<Endpoint> named = new ArrayList<>(ids.size());
    for (String id : ids) {
      Endpoint endpoint = endpoints.get(id);
      if (endpoint != null) {
        named.add(endpoint);
      } else if (!diagnostics.hasErrors()) {
        // The reader reports it. Without a report its flows would be lost in silence.
        throw new IllegalArgumentException("No rule set declares the endpoint " + id + ".");
      }
    }
    Collections.sort(named);
    return named;
  }

  private static List<Protocol> protocols(List<Traffic> traffics) {
    return traffics.size() == 1
        ? List.of(traffics.get(0).protocol())
        : traffics.stream().map(Traffic::protocol).distinct().sorted().toList();
  }

  private static boolean haveFamily(Endpoint from, Endpoint to, Protocol protocol) {
    for (IpFamily family : protocol.families()) {
      if (from.families().contains(family) && to.families().contains(family)) {
        return true;
      }
    }
    return false;
  }

  /** Adds the flows between two endpoints; false if the run has too many. */
  private boolean add(Origin origin, Endpoint from, Endpoint to, List<Traffic> traffics) {
    for (Traffic traffic : traffics) {
      Key key = new Key(origin.rule().action(), from, to, traffic);
      List<Origin> origins = merged.get(key);
      if (origins == null) {
        if (isFull(origin.reference(), origin.rule().location())) {
          return false;
        }
        origins = new ArrayList<>(1);
        merged.put(key, origins);
      }
      if (!isLast(origin, origins)) {
        origins.add(origin);
      }
    }
    return true;
  }

  /** One rule is expanded at a time: if it asked for the flow before, it was the last to do so. */
  @SuppressWarnings("ReferenceEquality") // it has one origin
  private static boolean isLast(Origin origin, List<Origin> origins) {
    return !origins.isEmpty() && origins.get(origins.size() - 1) == origin;
  }

  /** Whether no flow can be added; says so the first time. */
  private boolean isFull(String rule, Location location) {
    if (merged.size() + predefined.size() < maxFlows) {
      return false;
    }
    reportTooMany(rule, location);
    return true;
  }

  private void reportTooMany(String rule, Location location) {
    if (!tooMany) {
      tooMany = true;
      diagnostics.add(
          Diagnostic.error(
                  "too-many-flows",
                  location,
                  "With the rule `%s` the run has more than %s flows.".formatted(rule, maxFlows))
              .withHint("its lists are multiplied with each other; join endpoints or ports"));
    }
  }

  private void reportFamilies(Origin origin, Endpoint from, Endpoint to, Protocol protocol) {
    String message =
        "Protocol %s cannot flow from `%s` (%s) to `%s` (%s): no address family is common."
            .formatted(protocol, from.id(), families(from), to.id(), families(to));
    diagnostics.add(
        Diagnostic.error("no-common-family", origin.rule().location(), message)
            .withHint(
                protocol.isIcmp()
                    ? "icmp needs IPv4 at both ends, icmpv6 IPv6"
                    : "give both ends addresses of one family, or split the endpoints"));
  }

  private static String families(Endpoint endpoint) {
    List<String> names =
        new TreeSet<>(endpoint.families()).stream().map(IpFamily::displayName).toList();
    return endpoint.isBound() ? String.join(" and ", names) : "unbound";
  }

  private List<Traffic> traffics(Rule rule) {
    Optional<List<PortRange>> ports = parameters.resolve(rule.ports());
    Optional<List<PortRange>> sourcePorts = parameters.resolve(rule.sourcePorts());
    if (ports.isEmpty() || sourcePorts.isEmpty()) {
      return List.of();
    }
    List<Traffic> traffics = new ArrayList<>();
    for (Protocol protocol : rule.protocols()) {
      if (protocol.hasPorts()) {
        for (PortRange range : ports.get()) {
          traffics.add(
              new Traffic(
                  protocol,
                  Optional.of(range),
                  Optional.empty(),
                  sourcePorts.get(),
                  rule.program()));
        }
      } else {
        for (Optional<IcmpType> type : icmpTypes(rule, protocol)) {
          traffics.add(new Traffic(protocol, Optional.empty(), type, List.of(), rule.program()));
        }
      }
    }
    Collections.sort(traffics);
    return traffics;
  }

  /** The ICMP types of a protocol in a rule; a single empty one where it names none. */
  private static List<Optional<IcmpType>> icmpTypes(Rule rule, Protocol protocol) {
    if (rule.icmpTypes().isEmpty()) {
      return List.of(Optional.empty());
    }
    return rule.icmpTypes().stream()
        .filter(type -> type.protocol().equals(protocol))
        .map(Optional::of)
        .toList();
  }

  private void expand(String ruleSet, PredefinedRule rule) {
    for (Endpoint from : named(rule.sources())) {
      for (Endpoint at : named(rule.endpoints())) {
        PredefinedUse use = new PredefinedUse(ruleSet, rule, from, at);
        if (isFull(use.reference(), rule.location())) {
          return;
        }
        predefined.add(use);
      }
    }
  }
}
