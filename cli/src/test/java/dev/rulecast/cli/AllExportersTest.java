package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import dev.rulecast.read.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One run writes the outputs of all exporters that come with rulecast. */
class AllExportersTest {
  private static final Path EXAMPLES = Path.of("").toAbsolutePath().resolveSibling("examples");
  private static final List<String> ALL =
      List.of("ansible", "aws-sg", "azure-nsg", "netapp-ontap", "terraform", "terraform-azurerm");

  @TempDir private Path out;

  static Stream<String> catalog() throws IOException {
    return Catalog.of(Catalog.class.getClassLoader()).names().stream();
  }

  private Result run(String command, String environment, String rules) {
    return new Cli().run(command, "-e", EXAMPLES.resolve(environment), "-o", out, rules);
  }

  @Test
  void theHybridExampleIsForAllOfThem() {
    String rules = EXAMPLES.resolve("rules/hybrid.yaml").toString();
    Result export = run("export", "hybrid.yaml", rules);

    assertThat(export.exitCode()).as(export.err()).isEqualTo(ExitCode.OK);
    assertThat(export.out()).doesNotContain(" nothing to write");
    for (String id : ALL) {
      assertThat(out.resolve(id).resolve(".rulecast.json")).exists();
    }
    assertThat(run("check", "hybrid.yaml", rules).exitCode()).isEqualTo(ExitCode.OK);
  }

  @ParameterizedTest
  @MethodSource("catalog")
  void everyRuleSetOfTheCatalogIsWritten(String name) {
    Result export = run("export", "netwrix.yaml", "catalog:" + name);

    assertThat(export.exitCode()).as(export.err()).isEqualTo(ExitCode.OK);
    assertThat(export.out().lines())
        .hasSize(ALL.size())
        .allMatch(line -> line.contains(" 0 unsup"));
    for (String id : ALL) {
      if (!id.equals("netapp-ontap")) {
        assertThat(out.resolve(id).resolve("README.md")).exists();
      }
    }
  }
}
