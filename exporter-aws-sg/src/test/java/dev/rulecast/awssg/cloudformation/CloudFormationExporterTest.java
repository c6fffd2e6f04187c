package dev.rulecast.awssg.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Which files there are, and what the user is told. */
class CloudFormationExporterTest {
  private static final Example EXAMPLE =
      Example.of(
          Fixture.inline(
              "app: {}, net: {external: true}",
              """
              {id: every, source: app, destination: net, protocol: any, purpose: All},
              {id: web, source: app, destination: app, protocol: tcp, ports: [443], purpose: Web}\
              """,
              "net: {addresses: [0.0.0.0/0]}"));

  @Test
  void writesNothingWhereItManagesNothing() throws IOException {
    Example nothing = Example.of(Fixtures.named("empty-after-binding"));
    assertThat(nothing.export().files()).isEmpty();
  }

  @Test
  void writesATemplateInTheNotationThatIsAskedForAndAReadme() throws IOException {
    assertThat(EXAMPLE.export().files()).containsOnlyKeys("template.yaml", "README.md");
    assertThat(EXAMPLE.export().yaml()).startsWith("# Written by rulecast");
    Example.Output json = EXAMPLE.with("format", "json").export();
    assertThat(json.files()).containsOnlyKeys("template.json", "README.md");
    assertThat(json.files().get("template.json")).startsWith("{\n").endsWith("}\n");
    assertThat(json.files().get("README.md")).startsWith("# EC2 security groups");
  }

  @Test
  void accountsForEveryDemandAndPassesAdviceOn() throws IOException {
    Example.Output output = EXAMPLE.export();
    assertThat(output.result().outcomes()).hasSize(3);
    assertThat(output.result().warnings())
        .containsExactly(
            "The security group of `app` permits everything outbound: CloudFormation may remove"
                + " that rule when it adds the others.");
  }
}
