package dev.rulecast.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.awssg.IpPermission;
import dev.rulecast.awssg.Peer;
import dev.rulecast.awssg.Permission;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.model.AddressSet;
import dev.rulecast.policy.Endpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileLayoutTest {
  private static SecurityGroup group(String name, int permissions) {
    Endpoint endpoint =
        new Endpoint(name, name, false, List.of(), AddressSet.empty(), Set.of(), Map.of());
    Permission permission =
        new Permission(
            "key",
            new IpPermission("tcp", Optional.empty()),
            new Peer.ExistingGroup("sg-1a2b3c4d"),
            "x",
            List.of());
    int ingress = permissions / 2;
    return new SecurityGroup(
        List.of(endpoint),
        name.startsWith("sg-") ? Optional.of(name) : Optional.empty(),
        Collections.nCopies(ingress, permission),
        Collections.nCopies(permissions - ingress, permission));
  }

  private static FileLayout<SecurityGroup> layout(List<SecurityGroup> groups) {
    return FileLayout.of(
        groups, SecurityGroup::name, group -> group.ingress().size() + group.egress().size());
  }

  @Test
  void oneFileIsEnoughForAPerson() {
    List<SecurityGroup> groups = List.of(group("a", 200), group("b", 200));
    FileLayout<SecurityGroup> layout = layout(groups);
    assertThat(layout.otherFiles()).isEmpty();
    assertThat(layout.groupsOf("main.tf")).isEqualTo(groups);
  }

  @Test
  void aLargeModuleHasAFileForEachGroup() {
    FileLayout<SecurityGroup> layout =
        layout(List.of(group("web", 200), group("app", 201), group("sg-1a2b3c4d", 1)));
    assertThat(layout.groupsOf("main.tf")).isEmpty();
    assertThat(layout.otherFiles())
        .containsExactly("group-app.tf", "group-sg-1a2b3c4d.tf", "group-web.tf");
    assertThat(layout.groupsOf("group-app.tf")).hasSize(1);
  }

  @Test
  void aVeryLargeModuleHasAFileForEachLetter() {
    List<SecurityGroup> groups = new ArrayList<>();
    for (int i = 0; i < 501; i++) {
      groups.add(group((i % 2 == 0 ? "a" : "z") + i, 1));
    }
    FileLayout<SecurityGroup> layout = layout(groups);
    assertThat(layout.otherFiles()).containsExactly("groups-a.tf", "groups-z.tf");
    assertThat(layout.groupsOf("groups-a.tf")).hasSize(251);
    assertThat(layout(groups.subList(0, 500)).otherFiles()).hasSize(500);
  }
}
