package dev.rulecast.netappontap;

import dev.rulecast.model.InvalidValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What earlier exports had written, so that {@code update.cli} can add what is new since the first
 * of them, and remove what is gone. It says the same however often the same is exported, and it
 * holds for a cluster that has seen any of the exports.
 */
final class History {
  /** How a part of a policy came to be, or that it is gone. */
  enum State {
    /** Since the first export of the policy: {@code apply.cli} has made it. */
    FIRST,
    /** Since a later one. */
    LATER,
    /** In none but earlier ones. */
    REMOVED
  }

  private static final String LIF = "lif";
  private static final char SEPARATOR = '/';

  private final SortedMap<String, State> states = new TreeMap<>();
  private final SortedSet<String> abandoned = new TreeSet<>();

  /** SVM and LIF of all that have a policy. */
  private final Set<List<ObjectName>> lifsInUse = new HashSet<>();

  private History() {}

  /** What there is now, joined to what there was. */
  static History of(List<EndpointPlan> plans, Map<String, String> previous) {
    SortedMap<String, State> before = new TreeMap<>();
    previous.forEach((key, word) -> state(word).ifPresent(state -> before.put(key, state)));
    Set<String> knownPolicies = new HashSet<>();
    before.keySet().forEach(key -> knownPolicies.add(policyOf(key)));
    SortedSet<String> now = new TreeSet<>();
    plans.forEach(plan -> now.addAll(keys(plan)));
    History history = new History();
    for (String key : now) {
      State earlier = before.get(key);
      boolean first = earlier == State.FIRST || !knownPolicies.contains(policyOf(key));
      history.states.put(key, first ? State.FIRST : State.LATER);
    }
    for (EndpointPlan plan : plans) {
      NetAppOntapSettings settings = plan.settings();
      settings.lifs().forEach(lif -> history.lifsInUse.add(List.of(settings.vserver(), lif)));
    }
    Set<String> policies = new HashSet<>();
    now.forEach(key -> policies.add(policyOf(key)));
    before.forEach(
        (key, state) -> {
          if (!now.contains(key)) {
            history.states.put(key, State.REMOVED);
            if (state != State.REMOVED && !policies.contains(policyOf(key))) {
              history.abandoned.add(policyOf(key));
            }
          }
        });
    return history;
  }

  private static Optional<State> state(String word) {
    for (State state : State.values()) {
      if (word(state).equals(word)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  private static String word(State state) {
    return switch (state) {
      case FIRST -> "first";
      case LATER -> "later";
      case REMOVED -> "removed";
    };
  }

  /** Family, SVM and policy; none of the three has the separator in it. */
  private static String policy(NetAppOntapSettings settings) {
    return settings.release().family().first()
        + SEPARATOR
        + settings.vserver()
        + SEPARATOR
        + settings.policy();
  }

  private static String policyOf(String key) {
    int end = key.length();
    for (int part = 0; part < 2; part++) {
      end = Math.max(0, key.lastIndexOf(SEPARATOR, end - 1));
    }
    return key.substring(0, end);
  }

  private static String key(NetAppOntapSettings settings, String kind, String name) {
    return policy(settings) + SEPARATOR + kind + SEPARATOR + name;
  }

  private static String kind(Mechanism mechanism) {
    return mechanism == Mechanism.FIREWALL_POLICY ? "firewall" : "service";
  }

  private static List<String> keys(EndpointPlan plan) {
    NetAppOntapSettings settings = plan.settings();
    List<String> keys = new ArrayList<>();
    for (Mechanism mechanism : Mechanism.values()) {
      for (PolicyEntry entry : plan.entries(mechanism)) {
        keys.add(key(settings, kind(mechanism), entry.service().word()));
      }
    }
    settings.lifs().forEach(lif -> keys.add(key(settings, LIF, lif.text())));
    return keys;
  }

  /** Since when an entry is in its policy. */
  State of(NetAppOntapSettings settings, OntapService service) {
    return states.getOrDefault(
        key(settings, kind(service.mechanism()), service.word()), State.FIRST);
  }

  /** Since when a LIF has the policy. */
  State of(NetAppOntapSettings settings, ObjectName lif) {
    return states.getOrDefault(key(settings, LIF, lif.text()), State.FIRST);
  }

  /** The services that a policy had once. */
  List<OntapService> removed(NetAppOntapSettings settings, Mechanism mechanism) {
    Services services = Services.of(settings.release());
    return removed(settings, kind(mechanism)).stream()
        .flatMap(word -> services.named(mechanism, word).stream())
        .toList();
  }

  /** The LIFs that had a policy once and have none now. */
  List<ObjectName> removedLifs(NetAppOntapSettings settings) {
    List<ObjectName> lifs = new ArrayList<>();
    for (String name : removed(settings, LIF)) {
      // What is read from a file becomes part of a command only after the check of all names.
      lif(name)
          .filter(lif -> !lifsInUse.contains(List.of(settings.vserver(), lif)))
          .ifPresent(lifs::add);
    }
    return lifs;
  }

  private static Optional<ObjectName> lif(String name) {
    try {
      return Optional.of(new ObjectName(name));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  private List<String> removed(NetAppOntapSettings settings, String kind) {
    String prefix = key(settings, kind, "");
    return states.tailMap(prefix).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(prefix))
        .filter(entry -> entry.getValue() == State.REMOVED)
        .map(entry -> entry.getKey().substring(prefix.length()))
        .toList();
  }

  /** The policies that the last export had and this one has not, as family, SVM and name. */
  SortedSet<String> abandoned() {
    return abandoned;
  }

  /** What the next export needs to know. */
  Map<String, String> toRemember() {
    SortedMap<String, String> map = new TreeMap<>();
    states.forEach((key, state) -> map.put(key, word(state)));
    return map;
  }
}
