package dev.rulecast.azurensg;

import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.model.Cidr;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What stands for the two ends of a flow in the rules of one of them. */
final class Ends {
  private static final NsgAddresses ANY = new NsgAddresses.Any();

  private final Function<Endpoint, Optional<AzureNsgSettings>> settings;
  private final InputFamilies inputs = new InputFamilies();
  private final Map<Key, NsgAddresses> made = new HashMap<>();
  private final Map<NsgAddresses, NsgAddresses> alike = new HashMap<>();
  private final Map<String, NsgAddresses> byName = new HashMap<>();

  private record Key(Endpoint endpoint, Kind kind, Optional<IpFamily> family) {
    // Like a record's own, which are slow until the compiler knows them well.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && kind == key.kind
          && endpoint.equals(key.endpoint)
          && family.equals(key.family);
    }

    @Override
    public int hashCode() {
      return (endpoint.hashCode() * 31 + kind.hashCode()) * 31 + family.hashCode();
    }
  }

  /** How an end is written. */
  private enum Kind {
    TAG,
    GROUP,
    ANY,
    BLOCKS,
    INPUT;

    boolean hasEitherFamily() {
      return this == TAG || this == GROUP || this == ANY;
    }
  }

  /**
   * Two ends of a rule. The same addresses are the same object, so that they compare quickly.
   *
   * @param family of both; absent: both ends have either
   */
  record Pair(NsgAddresses source, NsgAddresses destination, Optional<IpFamily> family) {}

  Ends(Function<Endpoint, Optional<AzureNsgSettings>> settings) {
    this.settings = settings;
  }

  /** Whether there is nothing to which rules for an endpoint could be scoped: it is a tag only. */
  boolean isOnlyTag(Endpoint endpoint) {
    return !endpoint.isBound() && settings.apply(endpoint).flatMap(s -> s.serviceTag()).isPresent();
  }

  private Kind kind(Endpoint endpoint, boolean isManagedEnd) {
    Optional<AzureNsgSettings> own = settings.apply(endpoint);
    if (own.flatMap(AzureNsgSettings::applicationSecurityGroup).isPresent()) {
      return Kind.GROUP;
    }
    // A tag says nothing about which of its addresses are behind this network security group.
    if (!isManagedEnd && own.flatMap(AzureNsgSettings::serviceTag).isPresent()) {
      return Kind.TAG;
    }
    if (endpoint.isBound()) {
      return endpoint.addresses().isAny() ? Kind.ANY : Kind.BLOCKS;
    }
    return Kind.INPUT;
  }

  private Kind source(FlowDemand demand) {
    return kind(demand.flow().source(), demand.side() == Side.OUTBOUND);
  }

  private Kind destination(FlowDemand demand) {
    return kind(demand.flow().destination(), demand.side() == Side.INBOUND);
  }

  /** Takes note of the inputs that a demand needs. All demands come before the first pair. */
  void prepare(FlowDemand demand) {
    Flow flow = demand.flow();
    boolean fromInput = source(demand) == Kind.INPUT;
    boolean toInput = destination(demand) == Kind.INPUT;
    for (IpFamily family : fixedFamilies(demand)) {
      if (fromInput) {
        inputs.need(flow.source(), family);
      }
      if (toInput) {
        inputs.need(flow.destination(), family);
      }
    }
    if (fromInput && toInput) {
      inputs.join(flow.source(), flow.destination());
    }
  }

  /** The families for each of which a demand has a rule of its own; none: one rule for either. */
  private Set<IpFamily> fixedFamilies(FlowDemand demand) {
    Set<IpFamily> families = demand.flow().families();
    boolean blocks = source(demand) == Kind.BLOCKS || destination(demand) == Kind.BLOCKS;
    return blocks || families.size() == 1 ? families : Set.of();
  }

  /** The ends of each rule that a demand needs. */
  List<Pair> pairs(FlowDemand demand) {
    Kind source = source(demand);
    Kind destination = destination(demand);
    Flow flow = demand.flow();
    Set<IpFamily> families = fixedFamilies(demand);
    if (source.hasEitherFamily() && destination.hasEitherFamily()) {
      return List.of(bothWithEither(demand, source, destination, families));
    }
    if (families.isEmpty()) {
      Endpoint unbound = source == Kind.INPUT ? flow.source() : flow.destination();
      families = inputs.of(unbound);
    }
    List<Pair> pairs = new ArrayList<>(2);
    for (IpFamily family : families) {
      pairs.add(pair(flow, source, destination, Optional.of(family)));
    }
    if (families.isEmpty()) {
      pairs.add(pair(flow, source, destination, Optional.empty()));
    }
    return pairs;
  }

  /**
   * Where the flow has one family, {@code any} is written as all addresses of that family: nothing
   * else in the rule would keep the other one out.
   */
  private Pair bothWithEither(
      FlowDemand demand, Kind source, Kind destination, Set<IpFamily> families) {
    Flow flow = demand.flow();
    boolean narrowed = families.size() == 1 && flow.traffic().protocol().families().size() == 2;
    if (!narrowed) {
      return pair(flow, source, destination, Optional.empty());
    }
    Optional<IpFamily> family = families.stream().findFirst();
    Pair pair =
        pair(
            flow,
            source == Kind.ANY ? Kind.BLOCKS : source,
            destination == Kind.ANY ? Kind.BLOCKS : destination,
            family);
    return new Pair(pair.source, pair.destination, Optional.empty());
  }

  private Pair pair(Flow flow, Kind source, Kind destination, Optional<IpFamily> family) {
    return new Pair(
        of(flow.source(), source, family), of(flow.destination(), destination, family), family);
  }

  /**
   * The addresses of a managed endpoint in the rules that deny the rest: one of each family, which
   * may be the same.
   */
  List<NsgAddresses> scopes(Endpoint endpoint) {
    Kind kind = kind(endpoint, true);
    return endpoint.families().stream()
        .map(family -> of(endpoint, kind, Optional.of(family)))
        .toList();
  }

  private NsgAddresses of(Endpoint endpoint, Kind kind, Optional<IpFamily> family) {
    return made.computeIfAbsent(new Key(endpoint, kind, family), this::make);
  }

  private NsgAddresses make(Key key) {
    Endpoint endpoint = key.endpoint;
    return switch (key.kind) {
      case ANY -> ANY;
      case TAG -> {
        String tag = settings.apply(endpoint).flatMap(AzureNsgSettings::serviceTag).orElseThrow();
        yield named("tag " + tag, new NsgAddresses.ServiceTag(tag));
      }
      case GROUP -> {
        ApplicationSecurityGroup group =
            settings.apply(endpoint).flatMap(AzureNsgSettings::group).orElseThrow();
        yield named("group " + group.key(), new NsgAddresses.ApplicationGroups(List.of(group)));
      }
      case BLOCKS -> {
        List<Cidr> cidrs = endpoint.addresses().cidrs(key.family.orElseThrow());
        yield shared(new NsgAddresses.Prefixes(cidrs));
      }
      case INPUT -> shared(new NsgAddresses.Input(inputs.input(endpoint, key.family)));
    };
  }

  private NsgAddresses shared(NsgAddresses addresses) {
    return alike.computeIfAbsent(addresses, same -> same);
  }

  /** Azure ignores the case of names, so that the first spelling stands for all. */
  private NsgAddresses named(String name, NsgAddresses addresses) {
    return byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> addresses);
  }
}
