package dev.rulecast.awssg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.model.AddressSet;
import dev.rulecast.model.Cidr;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Policy;
import dev.rulecast.template.Code;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AwsSgReadmeTest {
  private static final Policy POLICY = new Policy(List.of(), List.of(), List.of(), List.of());

  private static Permission permission(String... widenings) {
    return new Permission(
        "key",
        new IpPermission("-1", Optional.empty()),
        new Peer.Block(Cidr.parse("10.0.0.0/8")),
        "Why",
        List.of(widenings));
  }

  private static SecurityGroup group(Optional<String> id, Permission... ingress) {
    Endpoint endpoint =
        new Endpoint("web", "web", false, List.of(), AddressSet.empty(), Set.of(), Map.of());
    return new SecurityGroup(List.of(endpoint), id, List.of(ingress), List.of(permission()));
  }

  private static String readme(SecurityGroup... groups) throws IOException {
    StringWriter out = new StringWriter();
    AwsSgPlan plan = new AwsSgPlan(List.of(groups), List.of(), List.of(), List.of());
    new AwsSgReadme(POLICY, plan).write(List.of(new Code("A fact.")), new Code("They stay."), out);
    return out.toString();
  }

  @Test
  void countsTheRulesForTheQuota() throws IOException {
    assertThat(readme(group(Optional.empty(), permission(), permission())))
        .startsWith("# EC2 security groups")
        .contains("\n- A fact.\n", "\n| web | 2 | 1 |\n");
  }

  @Test
  void namesTheGroupsThatExistInOrder() throws IOException {
    assertThat(readme(group(Optional.of("sg-22222222")), group(Optional.of("sg-11111111"))))
        .contains("exist already: `sg-11111111`, `sg-22222222`. They stay.\n");
    assertThat(readme(group(Optional.empty()))).doesNotContain("exist already", "They stay.");
  }

  @Test
  void countsTheRulesThatAreWider() throws IOException {
    assertThat(readme(group(Optional.empty(), permission("a reason"), permission("a reason"))))
        .contains("## Wider than the rules\n\n- a reason: 2 permissions.\n");
    assertThat(readme(group(Optional.empty(), permission()))).doesNotContain("## Wider");
  }
}
