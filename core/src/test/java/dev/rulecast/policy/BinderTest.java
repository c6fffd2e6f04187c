package dev.rulecast.policy;

import static dev.rulecast.fixture.Rules.allow;
import static dev.rulecast.fixture.Rules.deny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Location;
import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.Environments;
import dev.rulecast.fixture.RuleSets;
import dev.rulecast.fixture.Rules;
import dev.rulecast.model.Environment;
import dev.rulecast.model.RuleSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BinderTest {

  @Test
  void ordersFlowsByTheFirstRuleThenEndsThenService() {
    RuleSet a =
        RuleSets.of(
            "a",
            allow("z", "y x", "w v").protocols("udp tcp").ports("443 80"),
            allow("b", "z", "w").protocols("any"));
    RuleSet hyphenated = RuleSets.of("a-b", allow("a", "a", "a").tcp("1"));

    assertThat(Bound.unbound(hyphenated, a).flows())
        .containsExactly(
            "allow z -> w any",
            "allow x -> v tcp 80",
            "allow x -> v tcp 443",
            "allow x -> v udp 80",
            "allow x -> v udp 443",
            "allow x -> w tcp 80",
            "allow x -> w tcp 443",
            "allow x -> w udp 80",
            "allow x -> w udp 443",
            "allow y -> v tcp 80",
            "allow y -> v tcp 443",
            "allow y -> v udp 80",
            "allow y -> v udp 443",
            "allow y -> w tcp 80",
            "allow y -> w tcp 443",
            "allow y -> w udp 80",
            "allow y -> w udp 443",
            "allow a -> a tcp 1");
  }

  @Test
  void ordersRuleSetsByName() {
    assertThat(Bound.unbound(RuleSets.of("b"), RuleSets.of("a-b"), RuleSets.of("a")).policy())
        .extracting(Policy::ruleSets)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .extracting("name")
        .containsExactly("a", "a-b", "b");
  }

  @Test
  void ordersPredefinedRulesByRuleSetRuleSourceAndEndpoint() {
    RuleSet a =
        RuleSets.named("a")
            .predefined("q", "y x", "w v", "R")
            .predefined("p", "z", "z", "R")
            .build();
    RuleSet hyphenated = RuleSets.named("a-b").predefined("a", "a", "a", "R").build();

    assertThat(Bound.unbound(hyphenated, a).policy().predefined())
        .extracting(use -> use.reference() + " " + use.source().id() + " " + use.endpoint().id())
        .containsExactly("a/p z z", "a/q x v", "a/q x w", "a/q y v", "a/q y w", "a-b/a a a");
  }

  @Test
  void takesTheNameOfARuleSetWithoutTitle() {
    assertThat(Bound.unbound(RuleSets.of("web")).policy().ruleSets())
        .containsExactly(new RuleSetTitle("web", "web", Optional.empty()));
  }

  @Test
  void acceptsRuleSetsWithoutRules() {
    assertThat(Bound.unbound(RuleSets.of("web")).policy().flows()).isEmpty();
  }

  @Test
  void refusesAnEndpointThatIsNeitherDeclaredNorReported() {
    RuleSet whole = RuleSets.of("web", allow("r", "a", "b").tcp("80"));
    RuleSet partial =
        new RuleSet(
            "web",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            whole.rules(),
            List.of(),
            Location.startOf("web.yaml"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bound.unbound(partial))
        .withMessageContaining("No rule set declares the endpoint a.");
  }

  @Test
  void leavesAnEndpointThatTheReaderRefusedToItsReport() {
    RuleSet whole = RuleSets.of("web", allow("r", "a", "b").tcp("80"));
    RuleSet partial =
        new RuleSet(
            "web",
            Optional.empty(),
            Optional.empty(),
            whole.endpoints().subList(0, 1),
            List.of(),
            whole.rules(),
            List.of(),
            Location.startOf("web.yaml"));
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.add(Diagnostic.error("unknown-endpoint", Location.startOf("web.yaml"), "No `b`."));

    Policy policy =
        new Binder(Bound.PLATFORMS, Bound.TODAY, diagnostics)
            .bind(List.of(partial), Environment.none());

    assertThat(policy.flows()).isEmpty();
    assertThat(diagnostics.sorted()).hasSize(1);
  }

  @Test
  void doesNotWarnOfOpenRulesBeforeTheErrorsAreMended() {
    RuleSet ruleSet =
        RuleSets.of(
            "web",
            allow("open", "internet", "b").tcp("22"),
            deny("old", "c", "b").tcp("80").expires("2026-06-14"));

    Bound bound = Bound.in(Environments.of("internet", "any"), ruleSet);

    assertThat(bound.errors()).hasSize(1);
    assertThat(bound.warnings()).isEmpty();
  }

  /** Rule sets, rules and list items have no order; nor have the collections of an environment. */
  @Test
  @Tag("slow")
  void bindsToTheSameTextWhateverTheOrder() {
    String expected = text(shuffled(new Random(0)).policy());

    for (int seed = 1; seed <= 200; seed++) {
      assertThat(text(shuffled(new Random(seed)).policy()).equals(expected))
          .as("seed %s", seed)
          .isTrue();
    }
  }

  @Test
  @Tag("slow")
  void saysTheSameWhateverTheOrder() {
    List<String> expected =
        shuffled(new Random(0)).diagnostics().stream().map(Bound::text).toList();

    assertThat(expected).hasSizeGreaterThan(5);
    for (int seed = 1; seed <= 200; seed++) {
      assertThat(shuffled(new Random(seed)).diagnostics())
          .as("seed %s", seed)
          .extracting(Bound::text)
          .isEqualTo(expected);
    }
  }

  /** All of a policy but its rules as written, which are in the order of the document. */
  private static String text(Policy policy) {
    StringBuilder text = new StringBuilder();
    policy.ruleSets().forEach(ruleSet -> text.append(ruleSet).append('\n'));
    policy.endpoints().forEach(endpoint -> text.append(endpoint).append('\n'));
    for (Flow flow : policy.flows()) {
      text.append(Bound.text(flow))
          .append(flow.traffic())
          .append(flow.references())
          .append(flow.purposes())
          .append(flow.expires())
          .append(flow.families())
          .append('\n');
    }
    for (PredefinedUse use : policy.predefined()) {
      text.append(use.reference()).append(use.source()).append(use.endpoint()).append('\n');
    }
    return text.toString();
  }

  private static Bound shuffled(Random random) {
    List<RuleSet> ruleSets = new ArrayList<>();
    for (String name : List.of("a", "a-b", "b")) {
      List<Rules> rules = new ArrayList<>();
      rules.add(
          allow("web", mixed("a b internet", random), mixed("c d", random))
              .protocols(mixed("tcp udp", random))
              .ports(mixed("80 443 22 8000-8080 $admin", random))
              .expires("2026-06-20"));
      rules.add(
          allow("dns", mixed("a c", random), mixed("d b", random))
              .protocols(mixed("udp tcp", random))
              .ports("53")
              .sourcePorts(mixed("1024-2000 53", random))
              .atLine(20));
      rules.add(
          deny("ping", mixed("d b a", random), "c")
              .protocols(mixed("icmp icmpv6", random))
              .icmpTypes(mixed("echo-request time-exceeded", random))
              .atLine(30));
      rules.add(allow("all", "a", mixed("c b", random)).protocols(mixed("any esp 89", random)));
      Collections.shuffle(rules, random);
      ruleSets.add(
          RuleSets.named(name)
              .titled("a", "Endpoint a of " + name, 3)
              .fqdns("d", mixed("x.example y.example z.example", random).split(" "))
              .parameter("admin", "8443 9443", 4)
              .predefined("remote", mixed("a b", random), mixed("c d", random), "R")
              .rules(rules.toArray(Rules[]::new))
              .build());
    }
    Collections.shuffle(ruleSets, random);
    return Bound.in(environment(random), ruleSets.toArray(RuleSet[]::new));
  }

  private static Environment environment(Random random) {
    Environments environment = Environments.empty();
    for (String id : mixed("a b c d internet nobody", random).split(" ")) {
      String addresses = mixed("10.0.0.0/24 10.1.0.0/24 2001:db8::/64", random);
      environment.at(id, id.equals("internet") ? "any" : addresses);
    }
    environment.managedBy("b", mixed("aws-sg ansible netapp-ontap azure-nsg a b c", random));
    return environment.build();
  }

  private static String mixed(String words, Random random) {
    List<String> list = new ArrayList<>(List.of(words.split(" ")));
    Collections.shuffle(list, random);
    return String.join(" ", list);
  }
}
