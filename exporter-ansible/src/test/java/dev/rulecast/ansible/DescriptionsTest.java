package dev.rulecast.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptionsTest {
  @Test
  void joinsPurposesWithoutTheWhiteSpaceAroundThem() {
    assertThat(Descriptions.of(List.of("LDAP\n", " DNS. client"))).isEqualTo("LDAP; DNS. client");
  }

  @Test
  void keepsWhatWindowsFirewallTakes() {
    assertThat(Descriptions.of(List.of("a\nb\tc {{ d }} 🔥"))).isEqualTo("a\nb\tc {{ d }} 🔥");
  }

  @Test
  void replacesWhatItRefuses() {
    assertThat(Descriptions.of(List.of("a|b || c"))).isEqualTo("a/b // c");
  }

  @Test
  void cutsWhatIsLongerThanItTakes() {
    assertThat(Descriptions.of(List.of("x".repeat(10_000)))).hasSize(10_000).endsWith("xx");
    assertThat(Descriptions.of(List.of("x".repeat(10_001)))).hasSize(10_000).endsWith("xx...");
  }

  /** Of which some are two {@code char}s. */
  @Test
  void cutsBetweenCharacters() {
    String more = "y".repeat(10);
    assertThat(Descriptions.of(List.of("x".repeat(9_995) + "🔥" + more)))
        .isEqualTo("x".repeat(9_995) + "🔥...");
    assertThat(Descriptions.of(List.of("x".repeat(9_996) + "🔥" + more)))
        .isEqualTo("x".repeat(9_996) + "...");
    assertThat(Descriptions.of(List.of("x".repeat(9_998) + "🔥" + more)))
        .isEqualTo("x".repeat(9_997) + "...");
    assertThat(Descriptions.of(List.of("x".repeat(9_996) + "🔥".repeat(4))))
        .isEqualTo("x".repeat(9_996) + "...");
  }
}
