package dev.rulecast.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.importer.ImportOptions;
import dev.rulecast.importer.ImportResult;
import dev.rulecast.importer.ImportSource;
import dev.rulecast.importer.ImportedFile;
import dev.rulecast.importer.Importer;
import dev.rulecast.model.RuleSet;
import dev.rulecast.read.Catalog;
import dev.rulecast.read.DocumentReader;
import dev.rulecast.read.Format;
import dev.rulecast.read.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Holds the catalog against what the importer reads in the vendor's documents, where these are at
 * hand: in the folder that {@code RULECAST_SEEDS} names, or beside the repository. The same
 * endpoints, protocols, ports, source ports, programs and predefined rules, but for the differences
 * that {@link Differences} lists and explains.
 */
class ImportedCatalogTest {
  /** The name that the importer makes of the heading, where it is not that of the catalog. */
  private static final Map<String, String> NAMES =
      Map.of(
          "protocols-and-ports-required-for-monitoring-nutanix-files", "nutanix-files",
          "microsoft-entra-id", "entra-id",
          "netwrix-auditor-server", "auditor-server",
          "logon-activity-2", "logon-activity");

  private static Path seeds() {
    String named = System.getenv("RULECAST_SEEDS");
    Path folder =
        named == null || named.isEmpty()
            ? Path.of("").toAbsolutePath().getParent().resolveSibling("shared").resolve("seeds")
            : Path.of(named);
    Assumptions.assumeTrue(Files.isDirectory(folder), "The vendor's documents are not at hand.");
    return folder;
  }

  private static ImportResult imported() throws IOException {
    List<ImportSource> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(seeds())) {
      for (Path file : files.sorted().toList()) {
        sources.add(
            new ImportSource(
                file.getFileName().toString(),
                ImportSource.Kind.MARKDOWN,
                () -> Files.newInputStream(file)));
      }
    }
    return new Importer(ImportOptions.NONE).run(sources);
  }

  private static RuleSet read(Input input) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    List<RuleSet> found = new DocumentReader(Map.of(), diagnostics).ruleSets(List.of(input));
    assertThat(diagnostics.sorted()).isEmpty();
    return found.get(0);
  }

  private static RuleSet read(ImportedFile file) throws IOException {
    return read(
        new Input(
            file.name(),
            Format.YAML,
            () -> new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8))));
  }

  private static SortedMap<String, RuleSet> catalog() throws IOException {
    Catalog catalog = Catalog.of(ImportedCatalogTest.class.getClassLoader());
    SortedMap<String, RuleSet> ruleSets = new TreeMap<>();
    for (String name : catalog.names()) {
      if (name.startsWith("netwrix-auditor/")) {
        RuleSet ruleSet = read(new Input(name, Format.YAML, () -> catalog.open(name)));
        ruleSets.put(ruleSet.name(), ruleSet);
      }
    }
    return ruleSets;
  }

  @Test
  void everyRowOfTheDocumentsIsRead() throws IOException {
    ImportResult result = imported();

    assertThat(result.unread()).isZero();
    assertThat(result.failed()).isFalse();
    assertThat(result.ruleSets()).hasSize(24);
  }

  @Test
  void theCatalogSaysWhatTheDocumentsSay() throws IOException {
    SortedMap<String, RuleSet> catalog = catalog();
    Set<String> without = new HashSet<>(catalog.keySet());
    Differences differences = new Differences();
    List<String> unexplained = new ArrayList<>();
    for (ImportedFile file : imported().ruleSets()) {
      RuleSet ruleSet = read(file);
      String name = NAMES.getOrDefault(ruleSet.name(), ruleSet.name());
      without.remove(name);
      Optional<RuleSet> written = Optional.ofNullable(catalog.get(name));
      assertThat(written).as(name).isPresent();
      unexplained.addAll(
          differences.unexplained(name, Facts.of(ruleSet), Facts.of(written.orElseThrow())));
    }

    assertThat(unexplained).isEmpty();
    // The vendor describes ONTAP's by commands, not by a table.
    assertThat(without).containsExactly("netapp-ontap");
    assertThat(differences.unused()).as("differences that are none").isEmpty();
  }

  @Test
  void thereAreFewDifferences() {
    assertThat(Differences.ALL).hasSizeLessThanOrEqualTo(25);
  }
}
