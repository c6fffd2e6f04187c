package dev.rulecast.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.Exporters;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.model.Environment;
import dev.rulecast.model.RuleSet;
import dev.rulecast.policy.Binder;
import dev.rulecast.policy.Policy;
import dev.rulecast.read.DocumentReader;
import dev.rulecast.read.Format;
import dev.rulecast.read.Input;
import dev.rulecast.testkit.Fixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes modules with the exporter, as the command does, for proofs with the real Terraform. */
final class ExampleModules {
  static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

  private static final Path ROOT = Path.of("..");
  private static final Path CATALOG =
      ROOT.resolve("catalog/src/main/resources/META-INF/rulecast/catalog/netwrix-auditor");

  private final Path folder;

  /** Modules go into folders of their own in this one. */
  ExampleModules(Path folder) {
    this.folder = folder;
  }

  static String logonActivity() throws IOException {
    return Files.readString(CATALOG.resolve("logon-activity.yaml"));
  }

  /** Every rule set of the catalog. */
  static String catalog() {
    return Fixture.folder("catalog", CATALOG).ruleSets();
  }

  static String example(String file) throws IOException {
    return Files.readString(ROOT.resolve("examples").resolve(file));
  }

  /** The module of a rule set in an environment, or in none. */
  Path write(String name, Map<String, String> options, String ruleSet, Optional<String> environment)
      throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    TerraformExporter exporter = new TerraformExporter();
    Exporters exporters = Exporters.of(List.of(exporter));
    DocumentReader reader = new DocumentReader(exporters.platforms(), diagnostics);
    List<RuleSet> ruleSets = reader.ruleSets(List.of(input("rules.yaml", ruleSet)));
    Optional<Environment> bound = Optional.empty();
    if (environment.isPresent()) {
      bound = reader.environment(input("environment.yaml", environment.get()));
    }
    Policy policy =
        new Binder(exporters.platforms().values(), AS_OF, diagnostics)
            .bind(ruleSets, bound.orElse(Environment.none()));
    OptionValues values = OptionValues.parse(exporter.info(), options, diagnostics);
    assertThat(diagnostics.hasErrors()).as("%s", diagnostics.sorted()).isFalse();
    Path module = Files.createDirectories(folder.resolve(name));
    new ExportRun(exporter, values, policy)
        .run(path -> Files.newBufferedWriter(module.resolve(path)), Map.of());
    return module;
  }

  private static Input input(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Input(name, Format.YAML, () -> new ByteArrayInputStream(bytes));
  }
}
