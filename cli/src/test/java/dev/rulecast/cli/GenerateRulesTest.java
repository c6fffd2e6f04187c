package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Path;
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

    Result result =
        new Cli()
            .run("validate", "-e", temp.resolve("environment.yaml"), temp.resolve("rules.yaml"));

    assertThat(result).isEqualTo(new Result(0, "Valid: 1 rule set, 6 endpoints, 10 flows.\n", ""));
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
