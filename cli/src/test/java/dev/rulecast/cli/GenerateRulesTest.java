package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rulecast.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateRulesTest {
  @TempDir Path temp;

  @Test
  void writesValidDocuments() throws IOException {
    GenerateRules.main(new String[] {"10", temp.toString()});

    Result result = export();

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("terraform: 20 exact, 0 wider, 0 unsupported, 0 not");
  }

  @Test
  void sharesEndpointsAmongAsManyRulesAsTold() throws IOException {
    GenerateRules.main(new String[] {"10", temp.toString(), "4"});

    assertThat(validate())
        .isEqualTo(new Result(0, "Valid: 1 rule set, 6 endpoints, 10 flows.\n", ""));
  }

  @Test
  void findsAFlowOfItsOwnForEveryRuleOfAPairThatHasMoreThanThereArePorts() throws IOException {
    GenerateRules.main(new String[] {"65000", temp.toString(), "65000"});

    String rules = Files.readString(temp.resolve("rules.yaml"));
    assertThat(Pattern.compile("source: .*\n.*\n.*\n +ports: .*").matcher(rules).results())
        .extracting(MatchResult::group)
        .hasSize(65000)
        .doesNotHaveDuplicates();
  }

  @Test
  void refusesMoreRulesOfAPairThanThereAreFlows() {
    assertThatThrownBy(() -> GenerateRules.main(new String[] {"1", temp.toString(), "129025"}))
        .hasMessage("A pair has from 1 to 129024 flows.");
  }

  @Test
  void givesEndpointsAddressesThatDoNotBecomeOneBlock() throws IOException {
    GenerateRules.main(new String[] {"2", temp.toString(), "1", "3"});

    export();

    assertThat(temp.resolve("iac/terraform/main.tf"))
        .content()
        .contains("10.0.0.0/32", "10.0.0.2/32", "10.0.0.4/32")
        .contains("11.0.0.6/32", "11.0.0.8/32", "11.0.0.10/32");
  }

  @Test
  void refusesMoreAddressesThanThereAre() {
    assertThatThrownBy(
            () -> GenerateRules.main(new String[] {"200000", temp.toString(), "1", "50"}))
        .hasMessage("More addresses than 10.0.0.0/8 has.");
  }

  @Test
  void writesARuleThatMultiplies() throws IOException {
    GenerateRules.main(new String[] {"product", temp.toString()});

    assertThat(validate())
        .isEqualTo(new Result(0, "Valid: 1 rule set, 100 endpoints, 100000 flows.\n", ""));
  }

  private Result validate() {
    return new Cli()
        .run("validate", "-e", temp.resolve("environment.yaml"), temp.resolve("rules.yaml"));
  }

  private Result export() {
    return new Cli()
        .run(
            "export",
            "-t",
            "terraform",
            "-e",
            temp.resolve("environment.yaml"),
            "-o",
            temp.resolve("iac"),
            temp.resolve("rules.yaml"));
  }
}
