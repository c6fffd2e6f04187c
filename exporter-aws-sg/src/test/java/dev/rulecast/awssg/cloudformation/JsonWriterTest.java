package dev.rulecast.awssg.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rulecast.awssg.cloudformation.StackTemplate.Different;
import dev.rulecast.awssg.cloudformation.StackTemplate.Group;
import dev.rulecast.awssg.cloudformation.StackTemplate.Output;
import dev.rulecast.awssg.cloudformation.StackTemplate.Parameter;
import dev.rulecast.awssg.cloudformation.StackTemplate.Rule;
import dev.rulecast.awssg.cloudformation.StackTemplate.RuleResource;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Templates made by hand, in the notation that has no comments. */
class JsonWriterTest {
  private static final List<String> CHECKS = List.of("E3688", "W3687");

  private static Rule rule(String text, int port) {
    return new Rule(
        List.of("A comment."),
        List.of(Property.text("Description", text), Property.number("FromPort", port)));
  }

  private static Group group(
      String id, List<String> ignoredChecks, List<Rule> ingress, List<RuleResource> rules) {
    return new Group(
        "Heading",
        true,
        id,
        "name of " + id,
        ignoredChecks,
        List.of(Property.text("GroupDescription", "\"{ä}\""), Property.parameter("VpcId", "VpcId")),
        ingress,
        List.of(rule("nothing else", 0)),
        rules);
  }

  private static Group existing(RuleResource... rules) {
    return new Group(
        "Heading", false, "", "", List.of(), List.of(), List.of(), List.of(), List.of(rules));
  }

  /** A template with all that a template can have. */
  private static StackTemplate full() {
    RuleResource member =
        new RuleResource(
            "AFromB",
            "AWS::EC2::SecurityGroupIngress",
            List.of(),
            new Rule(
                List.of(),
                List.of(Property.groupId("GroupId", "A"), Property.text("IpProtocol", "tcp"))));
    RuleResource other =
        new RuleResource("ToB", "AWS::EC2::SecurityGroupEgress", CHECKS, rule("other", 22));
    return new StackTemplate(
        List.of("test"),
        "Description {with} \"quotes\"",
        List.of(
            new Parameter("VpcId", "AWS::EC2::VPC::Id", "VPC", "", "", "vpc-1"),
            new Parameter("Office", "String", "{Office}", "^pl-.+$", "must be a list", "pl-1")),
        List.of(
            new Different("Office", Value.parameter("Branch"), "Office is not Branch."),
            new Different("Office", Value.text("pl-1"), "Office is not pl-1.")),
        List.of(
            group("A", CHECKS, List.of(rule("one", 1), rule("two", 2)), List.of(member)),
            group("B", List.of(), List.of(), List.of()),
            existing(other)),
        List.of(new Output("AId", "ID of A.", "A"), new Output("BId", "ID of B.", "B")));
  }

  private static StackTemplate withoutAnything() {
    return new StackTemplate(List.of("test"), "Empty", List.of(), List.of(), List.of(), List.of());
  }

  private static String json(StackTemplate template) throws IOException {
    StringWriter out = new StringWriter();
    JsonWriter.write(template, out);
    return out.toString();
  }

  private static Map<String, Object> readAsYaml(StackTemplate template) throws IOException {
    StringWriter out = new StringWriter();
    YamlWriter.write(template, out);
    return TemplateReader.yaml(out.toString());
  }

  @Test
  void saysWhatTheYamlSaysInTheSameOrder() throws IOException {
    Map<String, Object> read = TemplateReader.json(json(full()));
    assertThat(read).isEqualTo(readAsYaml(full()));
    assertThat(read.toString()).isEqualTo(readAsYaml(full()).toString());
  }

  /** CloudFormation refuses a section without anything in it. */
  @Test
  void leavesOutSectionsThatAreEmpty() throws IOException {
    assertThat(json(withoutAnything()))
        .isEqualTo(
            """
            {
              "AWSTemplateFormatVersion": "2010-09-09",
              "Description": "Empty",
              "Resources": { }
            }
            """);
  }

  @Test
  void isLaidOutForPeople() throws IOException {
    StackTemplate template =
        new StackTemplate(
            List.of("test"),
            "Small",
            List.of(),
            List.of(),
            List.of(existing(new RuleResource("ToB", "Rule", CHECKS, rule("ä", 22)))),
            List.of());
    assertThat(json(template))
        .isEqualTo(
            """
            {
              "AWSTemplateFormatVersion": "2010-09-09",
              "Description": "Small",
              "Resources": {
                "ToB": {
                  "Type": "Rule",
                  "Metadata": {
                    "cfn-lint": {
                      "config": {
                        "ignore_checks": [
                          "E3688",
                          "W3687"
                        ]
                      }
                    }
                  },
                  "Properties": {
                    "Description": "\\u00E4",
                    "FromPort": 22
                  }
                }
              }
            }
            """);
  }

  @Test
  void passesOnThatAFileCannotBeWritten() {
    Writer broken =
        new Writer() {
          @Override
          public void write(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("The disk is full.");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> JsonWriter.write(full(), broken))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("The disk is full.");
  }
}
