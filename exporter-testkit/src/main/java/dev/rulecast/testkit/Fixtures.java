package dev.rulecast.testkit;

import java.util.List;
import java.util.stream.Stream;

/** The fixtures that every exporter is tried with. */
public final class Fixtures {
  private static final List<String> NAMES =
      List.of(
          "lists-and-ranges",
          "ipv6-only",
          "both-families",
          "unbound",
          "external-with-fqdns",
          "any-address",
          "empty-after-binding",
          "self-flow",
          "two-endpoints-one-cidr",
          "merged-purposes",
          "every-port",
          "icmp-types",
          "other-protocols",
          "source-ports-and-program",
          "deny-overlapping",
          "deny-apart",
          "expired",
          "parameters",
          "predefined-windows");

  private Fixtures() {}

  /** Every fixture, the one of {@link HostileTexts} last. */
  public static List<Fixture> all() {
    return Stream.concat(
            NAMES.stream().map(Fixtures::named),
            Stream.of(HostileTexts.fixture("hostile-texts", HostileTexts.all())))
        .toList();
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Fixture named(String name) {
    return Fixture.resource(Fixtures.class, name);
  }
}
