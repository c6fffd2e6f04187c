package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import dev.rulecast.cli.TestExporters.Elsewhere;
import dev.rulecast.cli.TestExporters.Simple;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The commands that print something and write nothing. */
class InformationCommandsTest {
  @TempDir Path temp;

  @Test
  void listsTheExporters() {
    Result result = new Cli().run("exporters");

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.out())
        .contains(
            """
            terraform 0.1.0 - Terraform module of EC2 security groups
              platform: aws-sg (EC2 security groups)
              wider in: sourcePorts, program
              no deny rules
              -O terraform.peers=addresses|group (default: addresses)
                 What stands for an endpoint that has both addresses and a security group of the output.
            """);
  }

  @Test
  void listsTheExportersInPluginFolders() throws IOException {
    Path home = temp.resolve("home");
    TestExporters.plugin(home.resolve("plugins"), Simple.class);
    Path named = TestExporters.plugin(temp.resolve("named"), Elsewhere.class);

    Result result = new Cli().home(home).run("exporters", "--format=json", "--plugins", named);

    assertThat(result.outObjects().stream().map(line -> line.get("id").asString()))
        .contains("elsewhere", "simple", "terraform")
        .isSorted();
  }

  @Test
  void describesAnExporterToPrograms() {
    assertThat(new Cli().run("exporters", "--format=json").out())
        .contains(
            "{\"id\":\"terraform\",\"title\":\"Terraform module of EC2 security groups\","
                + "\"version\":\"0.1.0\",\"platform\":\"aws-sg\","
                + "\"wider\":[\"sourcePorts\",\"program\"],\"deny\":false,\"outbound\":true,"
                + "\"everyProtocol\":true,\"predefined\":[],\"options\":[{\"name\":\"peers\",");
  }

  @Test
  void listsTheCatalog() {
    Result result = new Cli().run("catalog");

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.out())
        .containsPattern(Documents.LOGON + " +Netwrix Auditor – Logon Activity \\(7 rules\\)\n");
  }

  @ParameterizedTest
  @CsvSource({"netwrix-auditor/logon-activity", "catalog:netwrix-auditor/logon-activity"})
  void printsARuleSetOfTheCatalogThatCanBeReadAgain(String name) {
    Result result = new Cli().run("catalog", name);

    assertThat(result.out()).contains("kind: RuleSet").endsWith("\n");
    assertThat(new Cli().in(result.out()).run("validate", "-").exitCode()).isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({"ruleset", "environment"})
  void printsSchemas(String kind) {
    Result result = new Cli().run("schema", kind);

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(new JsonMapper().readTree(result.out()).get("$schema").asString())
        .contains("2020-12");
  }

  @Test
  void printsTheSchemaOfRuleSetsUnlessTold() {
    assertThat(new Cli().run("schema")).isEqualTo(new Cli().run("schema", "ruleset"));
  }

  @Test
  void printsACompletionScriptWithEveryCommand() {
    Result result = new Cli().run("completion");

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.out()).contains(Commands.NAMES).contains("--allow-unsupported");
  }
}
