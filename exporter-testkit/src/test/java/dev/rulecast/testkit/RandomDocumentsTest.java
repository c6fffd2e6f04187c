package dev.rulecast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.analysis.FlowAnalysis;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.model.Action;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.Environment;
import dev.rulecast.model.IpFamily;
import dev.rulecast.model.IpRange;
import dev.rulecast.model.Platform;
import dev.rulecast.model.PortParameter;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleSet;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Policy;
import dev.rulecast.policy.Traffic;
import dev.rulecast.read.Schemas;
import dev.rulecast.testkit.reference.AwsOptions;
import dev.rulecast.testkit.reference.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class RandomDocumentsTest {
  private static final int SEEDS = 500;

  /** What occurs so seldom is not covered. */
  private static final int ENOUGH = 10;

  private static final RandomOptions OPTIONS =
      RandomOptions.of("plain", RandomDocumentsTest::colour);

  private record Settings(Optional<String> colour) {}

  /** An exporter whose platform takes settings. */
  private static final class Exporter extends PlainExporter {
    @Override
    public ExporterInfo info() {
      ExporterInfo plain = super.info();
      return ExporterInfo.of(
          "plain",
          "Plain",
          "1",
          Platform.of("plain", "plain lines").withSettings(Settings.class),
          plain.capabilities());
    }
  }

  private static String colour(String endpoint, boolean bound, Random random) {
    return random.nextInt(3) == 0 ? "{colour: " + endpoint + "}" : "";
  }

  private final Map<String, Integer> features = new TreeMap<>();

  private void count(String feature, boolean occurs) {
    features.merge(feature, occurs ? 1 : 0, Integer::sum);
  }

  @Test
  void areTheSameForTheSameSeed() {
    assertThat(RandomDocuments.of(1, OPTIONS)).isEqualTo(RandomDocuments.of(1, OPTIONS));
    assertThat(RandomDocuments.of(1, OPTIONS)).isNotEqualTo(RandomDocuments.of(2, OPTIONS));
  }

  /** That each is read and bound without an error is the first thing that this test asks. */
  @Test
  void areValidAndHaveEverythingThatThereIs() {
    Exporter exporter = new Exporter();
    for (int seed = 0; seed < SEEDS; seed++) {
      Fixture fixture = RandomDocuments.of(seed, OPTIONS);
      Documents documents = Documents.read(fixture, exporter);
      Policy policy = documents.bind(exporter);
      count("without an environment", fixture.environment().isEmpty());
      count("several rule sets", documents.ruleSets().size() > 1);
      count(
          "the same endpoint in two rule sets",
          documents.ruleSets().stream().mapToInt(r -> r.endpoints().size()).sum()
              > policy.endpoints().size());
      count("small", policy.flows().size() <= 100);
      countParameters(documents.ruleSets(), documents.environment());
      countExpiry(documents.ruleSets());
      policy.endpoints().forEach(this::count);
      countPairs(policy.endpoints());
      policy.flows().forEach(this::count);
      countTogether(policy);
      count("predefined rules", !policy.predefined().isEmpty());
    }
    assertThat(features).allSatisfy((feature, n) -> assertThat(n).isGreaterThanOrEqualTo(ENOUGH));
    assertThat(features.get("small")).isGreaterThan(SEEDS * 9 / 10);
  }

  private void countParameters(List<RuleSet> ruleSets, Environment environment) {
    for (RuleSet ruleSet : ruleSets) {
      for (Rule rule : ruleSet.rules()) {
        Stream.concat(rule.ports().stream(), rule.sourcePorts().stream())
            .filter(PortParameter.class::isInstance)
            .map(PortParameter.class::cast)
            .forEach(
                parameter -> {
                  var value = environment.parameters().get(parameter.name());
                  count("parameter with its default", value == null);
                  count("parameter with a value", value != null);
                  count("parameter with several ports", value != null && value.ports().size() > 1);
                });
      }
      ruleSet
          .parameters()
          .forEach(p -> count("parameter without default", p.defaultPorts().isEmpty()));
    }
  }

  private void countExpiry(List<RuleSet> ruleSets) {
    for (RuleSet ruleSet : ruleSets) {
      for (Rule rule : ruleSet.rules()) {
        rule.expires()
            .ifPresent(
                day -> {
                  count("expired", day.isBefore(Fixture.AS_OF));
                  count("last day", day.equals(Fixture.AS_OF));
                  count("will expire", day.isAfter(Fixture.AS_OF));
                  count("deny that will expire", rule.action() == Action.DENY);
                });
      }
    }
  }

  private void count(Endpoint endpoint) {
    boolean managed = endpoint.isManagedBy("plain");
    Set<IpFamily> families = endpoint.families();
    count("external", endpoint.external());
    count("external and managed", endpoint.external() && managed);
    count("neither external nor managed", !endpoint.external() && !managed);
    count("bound and managed", endpoint.isBound() && managed);
    count("unbound and managed", !endpoint.isBound() && managed);
    count("unbound and not managed", !endpoint.isBound() && !managed);
    count("settings and addresses", endpoint.isBound() && !endpoint.settings().isEmpty());
    count("settings without addresses", !endpoint.isBound() && !endpoint.settings().isEmpty());
    count("title", !endpoint.title().equals(endpoint.id()));
    count("host names of two rule sets", endpoint.fqdns().size() > 2);
    if (endpoint.isBound()) {
      count("every address", endpoint.addresses().isAny());
      count("every IPv4 address", hasAll(endpoint, "0.0.0.0/0"));
      count("every IPv6 address", hasAll(endpoint, "::/0"));
      count("IPv4 only", families.equals(Set.of(IpFamily.IPV4)));
      count("IPv6 only", families.equals(Set.of(IpFamily.IPV6)));
      count("both families", families.size() == 2);
      count("one address", endpoint.addresses().toString().matches("\\[\\S+/(32|128)]"));
      count("several networks", endpoint.addresses().cidrs().size() > 2);
    }
  }

  private static boolean hasAll(Endpoint endpoint, String cidr) {
    return endpoint.addresses().cidrs().stream().anyMatch(c -> c.toString().equals(cidr));
  }

  private void countPairs(List<Endpoint> endpoints) {
    for (Endpoint one : endpoints) {
      for (Endpoint other : endpoints) {
        if (one.compareTo(other) < 0 && one.isBound() && other.isBound()) {
          boolean overlap = one.addresses().overlaps(other.addresses());
          count("same addresses", one.addresses().equals(other.addresses()));
          count("overlapping addresses", overlap);
          count("addresses apart", !overlap);
          List<IpRange> ranges = new ArrayList<>(one.addresses().ranges());
          ranges.addAll(other.addresses().ranges());
          count(
              "touching addresses",
              !overlap && AddressSet.of(ranges).ranges().size() < ranges.size());
        }
      }
    }
  }

  private void count(Flow flow) {
    Traffic traffic = flow.traffic();
    count(
        flow.action() + " " + traffic.protocol().toString().replaceAll("[0-9]{2,}", "number"),
        true);
    count("self flow", flow.source().equals(flow.destination()));
    count("merged", flow.references().size() > 1);
    count(
        "merged over rule sets",
        flow.origins().stream().map(o -> o.ruleSet()).distinct().count() > 1);
    count("no managed end", !isManaged(flow.source()) && !isManaged(flow.destination()));
    count("one managed end", isManaged(flow.source()) != isManaged(flow.destination()));
    count("one family", flow.families().size() == 1);
    traffic
        .ports()
        .ifPresent(
            ports -> {
              count("every port", ports.isAll());
              count("one port", ports.first() == ports.last());
              count("range of ports", ports.first() < ports.last() && !ports.isAll());
            });
    count("several source ports", traffic.sourcePorts().size() > 1);
    count("deny with source ports", isDeny(flow) && !traffic.sourcePorts().isEmpty());
    count("program", traffic.program().isPresent());
    count("deny with program", isDeny(flow) && traffic.program().isPresent());
    if (traffic.protocol().isIcmp()) {
      count("every ICMP type", traffic.icmpType().isEmpty());
      count("ICMP type", traffic.icmpType().filter(t -> t.code().isEmpty()).isPresent());
      count("ICMP type and code", traffic.icmpType().filter(t -> t.code().isPresent()).isPresent());
      count("deny of an ICMP type", isDeny(flow) && traffic.icmpType().isPresent());
    }
  }

  private static boolean isManaged(Endpoint endpoint) {
    return endpoint.isManagedBy("plain");
  }

  private static boolean isDeny(Flow flow) {
    return flow.action() == Action.DENY;
  }

  private void countTogether(Policy policy) {
    List<Flow> denies = policy.flows().stream().filter(RandomDocumentsTest::isDeny).toList();
    List<Flow> allows = policy.flows().stream().filter(flow -> !isDeny(flow)).toList();
    for (Flow deny : denies) {
      count("deny that overlaps an allow", allows.stream().anyMatch(deny::mayOverlap));
      count("deny apart", allows.stream().noneMatch(deny::mayOverlap));
    }
    Diagnostics analysis = new Diagnostics();
    FlowAnalysis.report(policy, analysis);
    analysis.sorted().forEach(diagnostic -> count("analysis: " + diagnostic.id(), true));
    count(
        "ports that touch",
        allows.stream().anyMatch(a -> allows.stream().anyMatch(b -> touch(a, b))));
  }

  private static boolean touch(Flow one, Flow other) {
    Optional<PortRange> a = one.traffic().ports();
    Optional<PortRange> b = other.traffic().ports();
    return one.traffic().protocol().equals(other.traffic().protocol())
        && a.isPresent()
        && b.isPresent()
        && a.get().last() + 1 == b.get().first();
  }

  /** A key or word that the schemas gain is to be in random documents too. */
  @Test
  void haveEveryKeyAndWordOfTheSchemas() {
    Set<String> known = new HashSet<>();
    Schemas.NAMES.forEach(
        name -> addWords(new Yaml().load(Schemas.text(name).orElseThrow()), known));
    assertThat(known).contains("fqdns", "predefinedRules", "managedBy", "gre", "echo-request");
    Set<String> written = new HashSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      Fixture fixture = RandomDocuments.of(seed, OPTIONS);
      Stream.concat(Stream.of(fixture.ruleSets()), fixture.environment().stream())
          .flatMap(text -> StreamSupport.stream(new Yaml().loadAll(text).spliterator(), false))
          .forEach(document -> addTexts(document, written));
    }
    known.removeAll(written);
    assertThat(known).isEmpty();
  }

  /** The names of properties, and the words to choose from. */
  private static void addWords(Object schema, Set<String> words) {
    if (schema instanceof Map<?, ?> map) {
      if (map.get("properties") instanceof Map<?, ?> properties) {
        properties.keySet().forEach(name -> words.add((String) name));
      }
      if (map.get("enum") instanceof List<?> items) {
        items.forEach(item -> words.add(String.valueOf(item)));
      }
      map.values().forEach(value -> addWords(value, words));
    } else if (schema instanceof List<?> list) {
      list.forEach(item -> addWords(item, words));
    }
  }

  private static void addTexts(Object document, Set<String> texts) {
    if (document instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            texts.add((String) key);
            addTexts(value, texts);
          });
    } else if (document instanceof List<?> list) {
      list.forEach(item -> addTexts(item, texts));
    } else {
      texts.add(String.valueOf(document));
    }
  }

  /** Both interpreters accept them. */
  @Test
  void areUnderstoodByTheReference() {
    List<String> wrong = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      Fixture fixture = RandomDocuments.of(seed, OPTIONS);
      try {
        Reference.of(
                Fixture.AS_OF,
                Stream.concat(Stream.of(fixture.ruleSets()), fixture.environment().stream())
                    .toArray(String[]::new))
            .awsSecurityGroups(AwsOptions.defaults());
      } catch (IllegalArgumentException e) {
        wrong.add(fixture + ": " + e.getMessage());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void keepManagedEndpointsApart() {
    Exporter exporter = new Exporter();
    for (int seed = 0; seed < SEEDS / 5; seed++) {
      List<Endpoint> managed =
          RandomDocuments.of(seed, OPTIONS.withManagedApart()).policy(exporter).endpoints().stream()
              .filter(endpoint -> endpoint.isBound() && isManaged(endpoint))
              .toList();
      for (Endpoint one : managed) {
        assertThat(managed)
            .as("seed %s", seed)
            .allMatch(two -> one.equals(two) || !one.addresses().overlaps(two.addresses()));
      }
    }
  }

  @Test
  void haveAsManyDeniesAndInputsAsIsSaid() {
    Exporter exporter = new Exporter();
    RandomOptions none = OPTIONS.withDenies(0).withUnbound(0);
    for (int seed = 0; seed < SEEDS / 5; seed++) {
      Fixture fixture = RandomDocuments.of(seed, none);
      Policy policy = fixture.policy(exporter);
      assertThat(policy.flows()).as("seed %s", seed).noneMatch(RandomDocumentsTest::isDeny);
      if (fixture.environment().isPresent()) {
        assertThat(policy.endpoints()).as("seed %s", seed).allMatch(Endpoint::isBound);
      }
    }
  }
}
