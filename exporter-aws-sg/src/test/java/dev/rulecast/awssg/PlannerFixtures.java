package dev.rulecast.awssg;

import static dev.rulecast.awssg.Planned.tcp;

import dev.rulecast.testkit.Fixture;

/** Fixtures that differ in where the endpoints are. */
final class PlannerFixtures {
  private PlannerFixtures() {}

  /** HTTPS from {@code a} to {@code b}. */
  static Fixture oneRule(String bindings) {
    return Fixture.inline("a: {}, b: {}", tcp("https", "a", "b", "443", "Web"), bindings);
  }

  /** HTTPS from {@code a} to as many addresses of {@code b}, none of which join. */
  static Fixture manyAddresses(int count) {
    return manyAddresses(count, "443");
  }

  /** Likewise, to some ports; at most 32,000 addresses. */
  static Fixture manyAddresses(int count, String ports) {
    StringBuilder addresses = new StringBuilder();
    for (int i = 0; i < count; i++) {
      addresses.append(i == 0 ? "" : ", ");
      addresses.append("10.").append(i / 128).append('.').append(i % 128 * 2).append(".0/24");
    }
    return Fixture.inline(
        "a: {}, b: {}",
        tcp("https", "a", "b", ports, "Web"),
        "a: {addresses: [10.255.0.1]}, b: {addresses: [%s]}".formatted(addresses));
  }
}
