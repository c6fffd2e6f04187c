package dev.rulecast.azurensg;

import dev.rulecast.testkit.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Policies that nobody thought of. The same seed gives the same one. */
final class RandomPolicies {
  private static final List<String> MANAGED = List.of("m1", "m2", "m3", "m4");
  private static final List<String> OUTSIDE = List.of("x1", "x2", "x3", "any-host");

  private final Random random;

  private RandomPolicies(long seed) {
    this.random = new Random(seed);
  }

  /** Endpoints that are managed and apart, endpoints outside that overlap with all, and rules. */
  static Fixture fixture(long seed) {
    RandomPolicies policies = new RandomPolicies(seed);
    return Fixture.of("random-" + seed, policies.rules()).in(policies.environment());
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String environment() {
    StringBuilder text =
        new StringBuilder(
            "apiVersion: rulecast/v1\nkind: Environment\nmetadata: {name: random}\nendpoints:\n");
    boolean shared = random.nextBoolean();
    for (int i = 0; i < MANAGED.size(); i++) {
      text.append(
          "  %s: {addresses: [10.0.%s.%s/28, 10.0.%s.77, \"2001:db8:%s::/64\"]%s}%n"
              .formatted(
                  MANAGED.get(i),
                  i,
                  16 * random.nextInt(4),
                  i,
                  i,
                  shared && i >= 2 ? ", settings: {azure-nsg: {nsg: nsg-shared}}" : ""));
    }
    for (String outside : OUTSIDE) {
      String addresses =
          outside.equals("any-host")
              ? "any"
              : "10.0.%s.0/%s, \"2001:db8:%s::/%s\""
                  .formatted(2 * random.nextInt(2), 23 + random.nextInt(3), "0", 47);
      text.append("  %s: {addresses: [%s]}%n".formatted(outside, addresses));
    }
    return text.toString();
  }

  private String rules() {
    List<String> rules = new ArrayList<>();
    int count = 4 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      boolean deny = random.nextInt(4) == 0;
      boolean managedFirst = random.nextBoolean();
      List<String> all = new ArrayList<>(MANAGED);
      all.addAll(OUTSIDE);
      String managed = one(MANAGED);
      String other = one(all);
      rules.add(
          "  - {id: r%s, action: %s, source: %s, destination: %s, %s, purpose: Rule %s}%n"
              .formatted(
                  i,
                  deny ? "deny" : "allow",
                  managedFirst ? managed : other,
                  managedFirst ? other : managed,
                  traffic(),
                  i));
    }
    StringBuilder text =
        new StringBuilder(
            "apiVersion: rulecast/v1\nkind: RuleSet\nmetadata: {name: random}\nendpoints:\n");
    MANAGED.forEach(id -> text.append("  %s: {}%n".formatted(id)));
    OUTSIDE.forEach(id -> text.append("  %s: {external: true}%n".formatted(id)));
    text.append("rules:\n");
    rules.forEach(text::append);
    return text.toString();
  }

  private String traffic() {
    return switch (random.nextInt(6)) {
      case 0 -> "protocol: any";
      case 1 -> "protocol: icmp";
      case 2 -> "protocol: [esp, ah]";
      case 3 -> "protocol: [tcp, udp], ports: any";
      default -> {
        int first = 20 + random.nextInt(5);
        String ports = "ports: [%s-%s, 443]".formatted(first, first + random.nextInt(5));
        String sourcePorts = random.nextInt(3) == 0 ? ", sourcePorts: [1000-2000, 3000]" : "";
        yield "protocol: " + one(List.of("tcp", "udp")) + ", " + ports + sourcePorts;
      }
    };
  }
}
