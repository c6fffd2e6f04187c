package dev.rulecast.ansible;

import static dev.rulecast.ansible.PlannedRole.fixture;
import static dev.rulecast.ansible.PlannedRole.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.model.AddressSet;
import dev.rulecast.policy.Endpoint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleNamesTest {
  private static final WindowsRule RULE =
      new WindowsRule("R", "group", "tcp", "1", Optional.empty(), "program", "any");

  private static Endpoint endpoint(String id) {
    return new Endpoint(id, id, false, List.of(), AddressSet.of(List.of()), Set.of(), Map.of());
  }

  /** The name of a rule in a role whose name is so long. */
  private static String name(String role) {
    return new RuleNames(role).of(RULE, endpoint("a"), endpoint("b"));
  }

  @Test
  void beginWithTheRoleAndSayWhatTheRuleIsFor() {
    assertThat(name("role")).isEqualTo("role in tcp R a to b");
  }

  @Test
  void haveTwoHundredCharacters() {
    String fits = "r".repeat(200 - " in tcp R a to b".length());
    assertThat(name(fits)).isEqualTo(fits + " in tcp R a to b");
    assertThat(name(fits + "r")).hasSize(200).startsWith(fits + "r").matches(".{187} [0-9a-f]{12}");
    assertThat(name(fits + "rr")).isNotEqualTo(name(fits + "r"));
  }

  /** Windows would take the two for one rule. */
  @Test
  void thatDifferInCaseOnlyDoSoWhenTheyAreCut() {
    String role = "r".repeat(200);
    assertThat(name(role.toUpperCase(Locale.ROOT))).isEqualToIgnoringCase(name(role));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tcp, ports: [389]                               | tcp 389 a to b                           | tcp 389 a to b
          tcp, ports: [389], action: deny                 | deny tcp 389 a to b                      | deny tcp 389 a to b
          udp, ports: [53-54], sourcePorts: [5, 9-12]     | udp 53-54 a to b (source ports 5,9-12)   | udp 53-54 a to b (source ports 5,9-12)
          icmp, icmpTypes: [3/4]                          | icmp 3/4 a to b                          | icmp 3/4 a to b
          gre                                             | gre a to b                               | gre a to b
          tcp, ports: [1], program: b.exe                 | tcp 1 a to b                             | tcp 1 a to b (program b.exe PROGRAM)
          """)
  void sayWhatTellsARuleFromTheOthers(String protocol, String outbound, String inbound) {
    PlannedRole planned =
        PlannedRole.of(
            fixture(
                rule(
                    "r",
                    "source: a, destination: b, protocol: "
                        + protocol.replace("b.exe", "'C:\\x y\\b.exe'")),
                "",
                "a: {addresses: [10.0.0.1]}, b: {addresses: [10.0.1.1]}"));
    assertThat(planned.names("a")).containsExactly("out " + outbound);
    assertThat(planned.names("b").get(0).replaceFirst("[0-9a-f]{12}\\)$", "PROGRAM)"))
        .isEqualTo("in " + inbound);
  }
}
