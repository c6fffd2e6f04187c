package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What RULES and {@code -e} may name. */
class InputsTest {
  @TempDir Path temp;

  @Test
  void readsAFileOnceHoweverItIsNamed() throws IOException {
    Path rules = Documents.write(temp, "rules.yaml", Documents.EXACT);

    Result result =
        new Cli().run("validate", rules, temp.resolve("x/../rules.yaml").normalize(), temp, rules);

    assertThat(result).isEqualTo(new Result(0, "Valid: 1 rule set, 2 endpoints, 1 flow.\n", ""));
  }

  @Test
  void readsFoldersWithoutWhatIsHidden() throws IOException {
    Documents.write(temp, "b/one.yaml", Documents.EXACT);
    Documents.write(temp, "a/two.yml", Documents.EXACT.replace("web", "two"));
    Documents.write(temp, ".hidden/x.yaml", "no document");
    Documents.write(temp, "b/.x.yaml", "no document");
    Documents.write(temp, "notes.txt", "no document");

    assertThat(new Cli().run("validate", temp).out())
        .isEqualTo("Valid: 2 rule sets, 2 endpoints, 1 flow.\n");
  }

  @Test
  void tellsOfAnEmptyFolder() throws IOException {
    Result result = new Cli().run("validate", Files.createDirectory(temp.resolve("empty")));

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).contains("holds no .yaml, .yml or .json file. [empty-folder]");
  }

  @Test
  void readsStandardInput() {
    Result result = new Cli().in(Documents.EXACT).run("validate", "-");

    assertThat(result).isEqualTo(new Result(0, "Valid: 1 rule set, 2 endpoints, 1 flow.\n", ""));
  }

  @Test
  void namesStandardInputInErrors() {
    Result result = new Cli().in(Documents.INVALID).run("validate", "-");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).startsWith("-:8:");
  }

  @Test
  void readsStandardInputOnlyOnce() {
    Result result = new Cli().in(Documents.EXACT).run("validate", "-e", "-", "-");

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).contains("Standard input (`-`) is named twice");
  }

  @Test
  void readsTheEnvironmentFromStandardInput() throws IOException {
    Path rules = Documents.write(temp, "rules.yaml", Documents.EXACT);

    assertThat(new Cli().in(Documents.ENVIRONMENT).run("validate", "-e", "-", rules).exitCode())
        .isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catalog:netwrix-auditor/logon-activity",
        "catalog:netwrix-auditor/w*",
        "catalog:*/logon-*",
        "catalog:*/*server"
      })
  void readsTheCatalogWithGlobs(String name) {
    Result result = new Cli().run("validate", name);

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.out()).startsWith("Valid: ");
  }

  /** SharePoint's central administration has a port of its own in every installation. */
  @ParameterizedTest
  @ValueSource(strings = {"catalog:netwrix-auditor/*", "catalog:*/*"})
  void readsTheWholeCatalogWithTheOnePortThatItLeavesOpen(String name) throws IOException {
    Path environment =
        Documents.write(
            temp,
            "environment.yaml",
            """
            apiVersion: rulecast/v1
            kind: Environment
            metadata: {name: lab}
            endpoints: {}
            parameters: {central-administration-port: 8443}
            """);

    Result result = new Cli().run("validate", "-e", environment, name);

    assertThat(result.exitCode()).as(result.err()).isEqualTo(0);
    assertThat(result.out()).startsWith("Valid: 24 rule sets, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalog:*", "catalog:", "catalog:netwrix-auditor/x*", "catalog:../x"})
  void tellsOfCatalogNamesThatMatchNothing(String name) {
    Result result = new Cli().run("validate", name);

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).contains("The catalog has no rule set ");
  }

  @Test
  void suggestsACatalogName() {
    Result result = new Cli().run("validate", "catalog:netwrix-auditor/logon-activiy");

    assertThat(result.err()).contains("did you mean `netwrix-auditor/logon-activity`?");
  }

  @Test
  void tellsOfEveryArgumentThatNamesNothing() throws IOException {
    Path rules = Documents.write(temp, "rules.yaml", Documents.EXACT);

    Result result =
        new Cli().run("validate", temp.resolve("a.yaml"), rules, temp.resolve("rule.yaml"));

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err().lines().filter(line -> line.startsWith("error: "))).hasSize(2);
    assertThat(result.err()).contains("did you mean `rules.yaml`?").doesNotContain("usage:");
  }

  @Test
  void tellsOfAMissingEnvironment() throws IOException {
    Path rules = Documents.write(temp, "rules.yaml", Documents.EXACT);

    Result result = new Cli().run("validate", "-e", temp.resolve("none.yaml"), rules);

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).contains("There is no file or folder `");
  }

  @Test
  void tellsOfAnEnvironmentThatIsAFolder() throws IOException {
    Path rules = Documents.write(temp, "rules.yaml", Documents.EXACT);

    Result result = new Cli().run("validate", "-e", temp, rules);

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).contains("` is a folder. [unreadable-input]");
  }

  @Test
  void tellsOfRulesGivenAsEnvironment() throws IOException {
    Path rules = Documents.write(temp, "rules.yaml", Documents.EXACT);

    Result result = new Cli().run("validate", "-e", rules, rules);

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("rules.yaml:2:").contains("RuleSet");
  }

  @Test
  void tellsOfAnEnvironmentAmongRules() throws IOException {
    Path rules = Documents.write(temp, "rules.yaml", Documents.EXACT);
    Path environment = Documents.write(temp, "environment.yaml", Documents.ENVIRONMENT);

    Result result = new Cli().run("validate", rules, environment);

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("environment.yaml:2:").contains("-e");
  }

  @Test
  void refusesFilesWithOtherNames() throws IOException {
    Path rules = Documents.write(temp, "rules.txt", Documents.EXACT);

    Result result = new Cli().run("validate", rules);

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).contains("is neither .yaml, .yml nor .json. [unknown-extension]");
  }
}
