package dev.rulecast.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.ansible.Examples.Example;
import dev.rulecast.ansible.Examples.Output;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConvergenceTest {
  private static final String HTTPS = "rulecast_firewall in tcp 443 office to servers";
  private static final String SSH = "rulecast_firewall out tcp 22 office to servers";

  private static Output after(Fixture fixture, Map<String, String> previous) throws IOException {
    return new Example(fixture.name(), fixture, Map.of(), previous).export();
  }

  private static Fixture deny() {
    return Fixtures.named("deny-overlapping");
  }

  /** The same without the rule for SSH. */
  private static Fixture withoutSsh() {
    String rules = deny().ruleSets();
    return new Fixture(
        "fewer",
        rules.substring(0, rules.indexOf("  - id: ssh"))
            + rules.substring(rules.indexOf("  - id: no-guests")),
        deny().environment());
  }

  private static Object variable(Output output, String name) {
    return RoleReader.variables(output.files(), "rulecast_firewall")
        .get("rulecast_firewall_" + name);
  }

  @Test
  void removesNothingAtFirst() throws IOException {
    Output first = after(deny(), Map.of());

    assertThat(variable(first, "removed")).isEqualTo(List.of());
    assertThat(first.result().remembered()).containsEntry(HTTPS, "servers").hasSize(6);
  }

  @Test
  void removesWhatIsNoLongerWanted() throws IOException {
    Output second = after(withoutSsh(), after(deny(), Map.of()).result().remembered());

    assertThat(variable(second, "removed"))
        .isEqualTo(List.of("rulecast_firewall in tcp 22 office to servers", SSH));
  }

  @Test
  void goesOnRemovingIt() throws IOException {
    Output second = after(withoutSsh(), after(deny(), Map.of()).result().remembered());
    Output third = after(withoutSsh(), second.result().remembered());

    assertThat(third.files()).isEqualTo(second.files());
    assertThat(third.result().remembered()).isEqualTo(second.result().remembered());
  }

  @Test
  void doesNotRemoveWhatIsWantedAgain() throws IOException {
    Output second = after(withoutSsh(), after(deny(), Map.of()).result().remembered());
    Output third = after(deny(), second.result().remembered());

    assertThat(variable(third, "removed")).isEqualTo(List.of());
  }

  @Test
  void goesToTheHostsOfGroupsThatHaveNoRulesAnyMore() throws IOException {
    Output output = after(deny(), Map.of("rulecast_firewall in tcp 1 a to b", "old_servers"));

    assertThat(output.files().get("site.yml")).contains("    - \"old_servers\"\n");
    assertThat(output.result().remembered()).containsValue("old_servers");
  }

  /** Windows would find the wanted rule by it, and the role would delete what it has just made. */
  @Test
  void doesNotRemoveANameThatDiffersOnlyInCase() throws IOException {
    Output output = after(deny(), Map.of(HTTPS.replace("office", "OFFICE"), "servers"));

    assertThat(variable(output, "removed")).isEqualTo(List.of());
    assertThat(output.result().remembered()).hasSize(6);
  }

  /** The manifest is a file that anybody can edit. */
  @Test
  void ignoresWhatIsNoMemoryOfOurs() throws IOException {
    Output output = after(deny(), Map.of("a rule", "all:!servers", "another", "{{ x }}"));

    assertThat(output.files()).isEqualTo(after(deny(), Map.of()).files());
  }

  @Test
  void writesARoleThatOnlyRemoves() throws IOException {
    Output output = after(Fixtures.named("empty-after-binding"), Map.of(HTTPS, "servers"));

    assertThat(variable(output, "removed")).isEqualTo(List.of(HTTPS));
    assertThat(variable(output, "rules")).isEqualTo(Map.of());
  }
}
