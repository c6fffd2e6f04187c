package dev.rulecast.testkit.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/** What the documents of one run mean on one day. */
public final class Reference {
  private final Documents documents;
  private final List<Rule> rules;

  private Reference(Documents documents) {
    this.documents = documents;
    this.rules = documents.rules();
  }

  /**
   * Reads documents.
   *
   * @param asOf the day on which rules are valid or expired
   * @param documents texts of rule sets and at most one environment, in any order; each text may
   *     have several documents
   * @throws IllegalArgumentException if the documents have an error that this package notices
   */
  public static Reference of(LocalDate asOf, String... documents) {
    return new Reference(new Documents(asOf, documents));
  }

  /** Whether the rules permit it: some allow rule matches it and no deny rule does. */
  public boolean mayConnect(Connection connection) {
    return connection.isPossible()
        && rules.stream().anyMatch(rule -> !rule.deny() && rule.matches(connection))
        && rules.stream().noneMatch(rule -> rule.deny() && rule.matches(connection));
  }

  /** The permissions of all security groups that this run writes rules for; no other may exist. */
  public SortedSet<Permission> awsSecurityGroups(AwsOptions options) {
    return new AwsSecurityGroups(documents.endpoints(), rules, options).permissions();
  }

  /**
   * What becomes of the rules in security groups: what groups can express, and what they cannot.
   */
  public SortedSet<AwsOutcome> awsOutcomes() {
    return new AwsSecurityGroups(documents.endpoints(), rules, AwsOptions.defaults())
        .outcomes(documents.predefinedRules());
  }

  /** The rules of Windows Firewall on the hosts of each endpoint; no other may exist. */
  public SortedMap<String, SortedSet<WindowsRule>> windowsFirewall(WindowsOptions options) {
    return new WindowsFirewall(documents, Flow.of(rules), options, (flow, side) -> true).rules();
  }

  /** What becomes of the rules on a platform. */
  public Expectation expectation(PlatformTable table, Expectation.Special special) {
    return new Expectation(documents, table, special);
  }
}
