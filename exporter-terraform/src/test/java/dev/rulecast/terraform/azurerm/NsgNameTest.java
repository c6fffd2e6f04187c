package dev.rulecast.terraform.azurerm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NsgNameTest {
  @ParameterizedTest
  @CsvSource({
    "nsg-domain-controllers, domain_controllers",
    "NSG-Web, web",
    "nsg-web2, web2",
    "shared-nsg, group__shared_nsg",
    "nsg-, group__nsg__2d",
    "nsg-10, __310",
    "10-nsg, group____310_nsg",
    "nsg-a.b_c, a__2eb__5fc",
    "nsg-a--b_, a__2d__2db__5f",
    "nsg--a, __2da",
    "nsg-z-0, z_0",
    "nsg-a9-z09, a9_z09",
    "nsg-0, __30",
    "nsg-9, __39",
    "nsg-_a, __5fa",
  })
  void makesIdentifiers(String group, String identifier) {
    assertThat(NsgName.identifier(group)).isEqualTo(identifier);
  }

  /** The alphabet has what the escapes consist of. */
  @Test
  @Tag("slow")
  void noTwoGroupsHaveTheSameIdentifier() {
    Random random = new Random(7);
    String[] parts = {"nsg-", "group", "nsg", "-", "_", ".", "2d", "2e", "5f", "3", "a", "b"};
    Map<String, String> groups = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      StringBuilder group = new StringBuilder();
      for (int length = 1 + random.nextInt(5); length > 0; length--) {
        group.append(parts[random.nextInt(parts.length)]);
      }
      if (group.toString().matches("[a-z0-9].*")) {
        String identifier = NsgName.identifier(group.toString());
        String other = groups.put(identifier, group.toString());
        assertThat(identifier).matches("[a-z_][a-z0-9_]*");
        assertThat(other == null || other.equals(group + "")).as("%s, %s", group, other).isTrue();
      }
    }
    assertThat(groups).hasSizeGreaterThan(10_000);
  }

  /** Terraform merges what is in such files into others. */
  @ParameterizedTest
  @CsvSource({"nsg-a_override, a-override", "Main, main", "nsg-a.b, a.b"})
  void makesPartsOfFileNamesThatMeanNothingToTerraform(String group, String file) {
    assertThat(NsgName.file(group)).isEqualTo(file);
  }
}
