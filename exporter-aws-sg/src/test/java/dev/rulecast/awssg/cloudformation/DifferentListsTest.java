package dev.rulecast.awssg.cloudformation;

import static dev.rulecast.awssg.cloudformation.Plans.EVERYTHING;
import static dev.rulecast.awssg.cloudformation.Plans.HTTPS;
import static dev.rulecast.awssg.cloudformation.Plans.block;
import static dev.rulecast.awssg.cloudformation.Plans.group;
import static dev.rulecast.awssg.cloudformation.Plans.input;
import static dev.rulecast.awssg.cloudformation.Plans.permission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.awssg.Peer;
import dev.rulecast.awssg.Permission;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.awssg.cloudformation.StackTemplate.Different;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which prefix lists must not be the same. */
class DifferentListsTest {
  private static final Permission OFFICE = permission(HTTPS, input("office"));
  private static final Permission BRANCH = permission(HTTPS, input("branch"));
  private static final Permission LIST = permission(HTTPS, new Peer.PrefixList("pl-1a2b3c4d"));

  private static List<String> different(SecurityGroup... groups) {
    return DifferentLists.of(List.of(groups)).stream()
        .map(pair -> pair.parameter() + " " + pair.other().text())
        .toList();
  }

  @Test
  void noTwoInputsOfOnePermissionMayBeTheSame() {
    assertThat(DifferentLists.of(List.of(group("web", List.of(OFFICE, BRANCH), List.of()))))
        .containsExactly(
            new Different(
                "BranchPrefixListId",
                Value.parameter("OfficePrefixListId"),
                "BranchPrefixListId must not be the same as OfficePrefixListId: a rule would occur"
                    + " twice."));
  }

  @Test
  void noInputMayBeAListThatThePermissionHasAlready() {
    assertThat(DifferentLists.of(List.of(group("web", List.of(), List.of(OFFICE, LIST)))))
        .containsExactly(
            new Different(
                "OfficePrefixListId",
                Value.text("pl-1a2b3c4d"),
                "OfficePrefixListId must not be pl-1a2b3c4d: a rule would occur twice."));
  }

  @Test
  void looksAtBothDirectionsOfEveryGroupAndSaysEachPairOnce() {
    assertThat(
            different(
                group("web", List.of(OFFICE, BRANCH), List.of(OFFICE, LIST)),
                group("app", List.of(BRANCH, OFFICE), List.of())))
        .containsExactly("BranchPrefixListId OfficePrefixListId", "OfficePrefixListId pl-1a2b3c4d");
  }

  @Test
  void listsMayBeTheSameInDifferentPermissionsDirectionsAndGroups() {
    Permission branchForAll = permission(EVERYTHING, input("branch"));
    assertThat(different(group("web", List.of(OFFICE, branchForAll), List.of(BRANCH)))).isEmpty();
    assertThat(
            different(
                group("web", List.of(OFFICE), List.of()), group("app", List.of(LIST), List.of())))
        .isEmpty();
  }

  /** What they are is known. */
  @Test
  void otherPeersAreDifferentAnyway() {
    Permission other = permission(HTTPS, new Peer.PrefixList("pl-5e6f7a8b"));
    Permission address = permission(HTTPS, block("10.0.0.0/8"));
    Permission member = permission(HTTPS, new Peer.ExistingGroup("sg-1a2b3c4d"));
    assertThat(
            different(
                group("web", List.of(LIST, other), List.of()),
                group("app", List.of(OFFICE, address, member), List.of())))
        .isEmpty();
  }
}
