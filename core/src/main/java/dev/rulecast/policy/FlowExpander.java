package dev.rulecast.policy;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.model.Action;
import dev.rulecast.model.IcmpType;
import dev.rulecast.model.IpFamily;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.PredefinedRule;
import dev.rulecast.model.Protocol;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Expands rules to flows and merges those that are alike. */
final class FlowExpander {
  /** Lists on both sides multiply; this bounds what a few lines of input can ask for. */
  static final int MAX_FLOWS = 10_000_000;

  private final Map<String, Endpoint> endpoints;
  private final Parameters parameters;
  private final LocalDate asOf;
  private final Diagnostics diagnostics;
  private final Map<Key, List<Origin>> merged = new HashMap<>();
  private final List<PredefinedUse> predefined = new ArrayList<>();
  private boolean tooMany;

  /** What makes two flows the same. */
  private record Key(Action action, Endpoint source, Endpoint destination, Traffic traffic) {}

  FlowExpander(
      Map<String, Endpoint> endpoints,
      Parameters parameters,
      LocalDate asOf,
      Diagnostics diagnostics) {
    this.endpoints = endpoints;
    this.parameters = parameters;
    this.asOf = asOf;
    this.diagnostics = diagnostics;
  }

  /** Expands every rule of a rule set that has not expired. */
  void expand(RuleSet ruleSet) {
    for (Rule rule : ruleSet.rules()) {
      Origin origin = new Origin(ruleSet.name(), rule);
      if (!isExpired(origin)) {
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

  private boolean isExpired(Origin origin) {
    Optional<LocalDate> expires = origin.rule().expires();
    if (expires.isEmpty() || !expires.get().isBefore(asOf)) {
      return false;
    }
    boolean deny = origin.rule().action() == Action.DENY;
    String message =
        "The %s rule `%s` expired on %s%s."
            .formatted(
                origin.rule().action().word(),
                origin.reference(),
                expires.get(),
                deny ? "" : " and is left out");
    diagnostics.add(
        Diagnostic.of(deny ? Severity.ERROR : Severity.WARNING, "expired", message)
            .at(origin.rule().location())
            .withHint("extend or delete it"));
    return true;
  }

  private void expand(Origin origin) {
    List<Traffic> traffics = traffics(origin.rule());
    for (String source : origin.rule().sources()) {
      for (String destination : origin.rule().destinations()) {
        Endpoint from = endpoints.get(source);
        Endpoint to = endpoints.get(destination);
        if (from == null || to == null) {
          continue;
        }
        for (Traffic traffic : traffics) {
          add(origin, from, to, traffic);
        }
      }
    }
  }

  private void add(Origin origin, Endpoint from, Endpoint to, Traffic traffic) {
    if (merged.size() >= MAX_FLOWS) {
      reportTooMany(origin);
      return;
    }
    Key key = new Key(origin.rule().action(), from, to, traffic);
    List<Origin> origins = merged.get(key);
    if (origins != null) {
      if (!origins.contains(origin)) {
        origins.add(origin);
      }
      return;
    }
    origins = new ArrayList<>(1);
    origins.add(origin);
    if (new Flow(key.action, from, to, traffic, origins).families().isEmpty()) {
      reportFamilies(origin, from, to, traffic);
      return;
    }
    merged.put(key, origins);
  }

  private void reportTooMany(Origin origin) {
    if (!tooMany) {
      tooMany = true;
      diagnostics.add(
          Diagnostic.error(
                  "too-many-flows",
                  origin.rule().location(),
                  "With the rule `%s` the run has more than %s flows."
                      .formatted(origin.reference(), MAX_FLOWS))
              .withHint("its lists are multiplied with each other; join endpoints or ports"));
    }
  }

  private void reportFamilies(Origin origin, Endpoint from, Endpoint to, Traffic traffic) {
    String message =
        "Protocol %s cannot flow from `%s` (%s) to `%s` (%s): no address family is common."
            .formatted(traffic.protocol(), from.id(), families(from), to.id(), families(to));
    diagnostics.add(
        Diagnostic.error("no-common-family", origin.rule().location(), message)
            .withHint(
                traffic.protocol().isIcmp()
                    ? "icmp needs IPv4 at both ends, icmpv6 IPv6"
                    : "give both ends addresses of one family, or split the endpoints"));
  }

  private static String families(Endpoint endpoint) {
    List<String> names =
        new TreeSet<>(endpoint.families()).stream().map(IpFamily::displayName).toList();
    return endpoint.isBound() ? String.join(" and ", names) : "unbound";
  }

  private List<Traffic> traffics(Rule rule) {
    List<PortRange> sourcePorts = parameters.resolve(rule.sourcePorts());
    if (sourcePorts.size() == 1 && sourcePorts.get(0).isAll()) {
      sourcePorts = List.of();
    }
    List<PortRange> ports = parameters.resolve(rule.ports());
    List<Traffic> traffics = new ArrayList<>();
    for (Protocol protocol : rule.protocols()) {
      if (protocol.hasPorts()) {
        for (PortRange range : ports) {
          traffics.add(
              new Traffic(
                  protocol, Optional.of(range), Optional.empty(), sourcePorts, rule.program()));
        }
      } else {
        for (Optional<IcmpType> type : icmpTypes(rule, protocol)) {
          traffics.add(new Traffic(protocol, Optional.empty(), type, List.of(), rule.program()));
        }
      }
    }
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
    for (String source : rule.sources()) {
      for (String endpoint : rule.endpoints()) {
        Endpoint from = endpoints.get(source);
        Endpoint at = endpoints.get(endpoint);
        if (from != null && at != null) {
          predefined.add(new PredefinedUse(ruleSet, rule, from, at));
        }
      }
    }
  }
}
