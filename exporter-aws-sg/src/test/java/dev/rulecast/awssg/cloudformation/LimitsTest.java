package dev.rulecast.awssg.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.awssg.AwsSgPlan;
import dev.rulecast.awssg.AwsSgPlan.InputNeeds;
import dev.rulecast.awssg.Permission;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.testkit.Fixture;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What CloudFormation takes, and what becomes of a policy that needs more. */
class LimitsTest {
  private static String items(int count, String separator, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(separator));
  }

  private static Example example(String endpoints, String rules, String bindings) {
    return Example.of(
        Fixture.of(
                "limits",
                """
                apiVersion: rulecast/v1
                kind: RuleSet
                metadata: {name: limits}
                endpoints: {%s}
                rules:
                %s
                """
                    .formatted(endpoints, rules))
            .in(
                """
                apiVersion: rulecast/v1
                kind: Environment
                metadata: {name: limits}
                endpoints: {%s}
                """
                    .formatted(bindings)));
  }

  private static String rule(String id, String source, String destination, String ports) {
    return "- {id: %s, source: %s, destination: %s, protocol: tcp, ports: [%s], purpose: %s}"
        .formatted(id, source, destination, ports, "Reason");
  }

  /** Two groups, and as many rules at either side. */
  private static Example rules(int count) {
    String ports = items(count, ", ", i -> Integer.toString(1 + 2 * i));
    return example("a: {}, b: {}", rule("r", "a", "b", ports), "");
  }

  /** A group with a rule for each of many prefix lists. */
  private static Example inputs(int count) {
    return example(
        "server: {}, " + items(count, ", ", i -> "e%s: {external: true}".formatted(i)),
        items(count, "\n", i -> rule("r" + i, "e" + i, "server", Integer.toString(1 + i))),
        "");
  }

  /** As many groups, each for an address of its own. */
  private static Example groups(int count) {
    return example(
        items(count, ", ", i -> "e%s: {}".formatted(i)) + ", client: {external: true}",
        items(count, "\n", i -> rule("r" + i, "client", "e" + i, "443")),
        items(count, ", ", i -> "e%s: {addresses: [10.0.%s.%s]}".formatted(i, i / 256, i % 256))
            + ", client: {addresses: [10.255.0.1]}");
  }

  private static void assertRefused(Example example, String reason) throws IOException {
    Example.Output output = example.export();
    assertThat(output.files()).isEmpty();
    assertThat(output.result().warnings()).isEmpty();
    assertThat(output.result().outcomes())
        .isNotEmpty()
        .allSatisfy(
            reported -> {
              assertThat(reported.outcome().kind()).isEqualTo(Outcome.Kind.UNSUPPORTED);
              assertThat(reported.outcome().reason()).isEqualTo(reason);
            });
  }

  private static void assertWritten(Example example) throws IOException {
    Example.Output output = example.export();
    assertThat(output.files()).containsKey("template.yaml");
    assertThat(output.result().outcomes())
        .allSatisfy(r -> assertThat(r.outcome().kind()).isEqualTo(Outcome.Kind.EXACT));
  }

  @Test
  void takesFiveHundredResources() throws IOException {
    assertWritten(rules(249));
    assertRefused(
        rules(250),
        "the template would have 502 resources and CloudFormation takes at most 500;"
            + " export fewer rule sets at a time, or use Terraform");
  }

  @Test
  void takesTwoHundredParameters() throws IOException {
    assertWritten(inputs(199));
    assertRefused(
        inputs(200),
        "the template would have 201 parameters and CloudFormation takes at most 200;"
            + " export fewer rule sets at a time, or use Terraform");
  }

  @Test
  void takesTwoHundredOutputs() throws IOException {
    Example.Output most = groups(200).export();
    assertThat(most.yaml()).contains("\nOutputs:\n");
    Example.Output more = groups(201).export();
    assertThat(more.yaml()).doesNotContain("Outputs:").contains("E200SecurityGroup");
    assertThat(more.result().warnings())
        .contains(
            "template.yaml has no outputs: a stack has at most 200, and there are 201 security"
                + " groups.");
    assertThat(more.files().get("README.md"))
        .contains("None: a stack has at most 200.")
        .doesNotContain("E200SecurityGroupId");
  }

  @Test
  void takesTwoHundredParametersWithoutAVpcWhereAllGroupsExist() {
    AwsSgPlan most = inputsOf(Plans.existing("sg-1a2b3c4d", List.of(), List.of()), 200);
    assertThat(Limits.exceeded(most)).isEmpty();
    AwsSgPlan created = inputsOf(Plans.group("web", List.of(), List.of()), 200);
    assertThat(Limits.exceeded(created).orElse("")).contains("would have 201 parameters");
  }

  private static AwsSgPlan inputsOf(SecurityGroup group, int count) {
    InputNeeds[] inputs =
        IntStream.range(0, count)
            .mapToObj(i -> new InputNeeds(Plans.endpoint("e" + i), List.of(Plans.IPV4)))
            .toArray(InputNeeds[]::new);
    return Plans.plan(List.of(group), inputs);
  }

  @Test
  void takesAMillionBytesAndNoMore() {
    assertThat(Limits.exceeded(1_000_000)).isEmpty();
    assertThat(Limits.exceeded(1_000_001)).isPresent();
  }

  /** No rule has fewer than 64 bytes. */
  @Test
  void sparesItselfTheTemplateOfAPlanWithTooManyRules() {
    assertThat(Limits.exceeded(rulesInside(5_000, 10_625))).isEmpty();
    assertThat(Limits.exceeded(rulesInside(5_000, 10_626)).orElse(""))
        .contains("more than the 1000000 bytes");
  }

  /** As many rules, in two groups. */
  private static AwsSgPlan rulesInside(int ingress, int egress) {
    Permission permission = Plans.permission(Plans.HTTPS, Plans.block("10.0.0.0/8"));
    return Plans.plan(
        List.of(
            Plans.group("a", Collections.nCopies(ingress, permission), List.of()),
            Plans.group("b", List.of(), Collections.nCopies(egress, permission))));
  }

  /** Few enough rules, but each has a long description. */
  @Test
  void refusesATemplateThatTurnsOutToBeTooLong() throws IOException {
    String ports = items(1_000, ", ", i -> Integer.toString(1 + 2 * i));
    String rule = rule("r", "a", "[b, c, d]", ports).replace("Reason", "Why ".repeat(60) + "so");
    Example large =
        example("a: {external: true}, b: {}, c: {}, d: {}", rule, "a: {addresses: [10.0.0.1]}");
    assertRefused(
        large,
        "the template would have more than the 1000000 bytes that CloudFormation takes;"
            + " export fewer rule sets at a time, or use Terraform");
  }

  @Test
  @Tag("slow")
  void takesAMillionBytes() throws IOException {
    // As to everything else, 500 groups with 12 rules each could be a template.
    assertRefused(
        manyPorts(12),
        "the template would have more than the 1000000 bytes that CloudFormation takes;"
            + " export fewer rule sets at a time, or use Terraform");
    assertWritten(manyPorts(8));
  }

  /** Nobody writes a hundred megabytes to find them too many. */
  @Test
  @Tag("slow")
  void doesNotWriteWhatIsMuchTooLarge() throws IOException {
    assertRefused(
        manyPorts(40),
        "the template would have more than the 1000000 bytes that CloudFormation takes;"
            + " export fewer rule sets at a time, or use Terraform");
  }

  private static Example manyPorts(int count) {
    String ports = items(count, ", ", i -> Integer.toString(1 + 2 * i));
    Fixture groups = groups(500).fixture();
    return Example.of(
        Fixture.of("ports", groups.ruleSets().replace("[443]", "[" + ports + "]"))
            .in(groups.environment().orElseThrow()));
  }

  @Test
  void saysFromWhichSizeItTakesS3() throws IOException {
    Example.Output small = rules(60).export();
    assertThat(small.yaml()).hasSizeLessThanOrEqualTo(51_200);
    assertThat(small.files().get("README.md")).doesNotContain("--s3-bucket");
    Example.Output large = rules(100).export();
    assertThat(large.yaml()).hasSizeGreaterThan(51_200);
    assertThat(large.result().warnings())
        .contains(
            "template.yaml has %s bytes: more than 51200 have to come from S3, as `aws"
                    .formatted(large.yaml().length())
                + " cloudformation deploy --s3-bucket` does.");
    assertThat(large.files().get("README.md")).contains("  --s3-bucket BUCKET \\\n");
  }

  @Test
  void saysWherePrefixListsOfTwoFamiliesAreNeeded() throws IOException {
    Example both =
        example(
            "office: {external: true}, v4: {}, v6: {}",
            rule("r4", "office", "v4", "443") + "\n" + rule("r6", "office", "v6", "443"),
            "v4: {addresses: [10.0.0.1]}, v6: {addresses: [\"2001:db8::1\"]}");
    assertThat(both.export().result().warnings())
        .containsExactly(
            "Some rules need IPv4 addresses of `office` and some IPv6; a prefix list has one family,"
                + " and the rules of the other open nothing.");
  }

  @Test
  void saysWhereAWideRuleMayBeTakenForAwss() throws IOException {
    String everything = "- {id: every, source: a, destination: net, protocol: any, purpose: All}";
    String bindings = "a: {addresses: [10.0.0.1]}, net: {addresses: [0.0.0.0/0], managedBy: []}";
    String endpoints = "a: {}, b: {}, net: {}";
    Example alone = example(endpoints, everything + "\n" + rule("r", "b", "a", "22"), bindings);
    assertThat(alone.export().result().warnings()).isEmpty();
    Example beside = example(endpoints, everything + "\n" + rule("r", "a", "b", "22"), bindings);
    assertThat(beside.export().result().warnings())
        .containsExactly(
            "The security group of `a` permits everything outbound: CloudFormation may remove that"
                + " rule when it adds the others.");
  }
}
