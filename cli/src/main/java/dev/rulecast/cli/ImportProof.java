package dev.rulecast.cli;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.importer.ImportResult;
import dev.rulecast.importer.ImportedFile;
import dev.rulecast.read.DocumentReader;
import dev.rulecast.read.Format;
import dev.rulecast.read.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads what an import made as anybody else will, before it is written. */
final class ImportProof {
  private ImportProof() {}

  /**
   * Reads it.
   *
   * @throws IllegalStateException if it cannot be read: a defect of the importer
   */
  static void check(ImportResult result) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    DocumentReader reader = new DocumentReader(Map.of(), diagnostics);
    List<Input> ruleSets = result.ruleSets().stream().map(ImportProof::input).toList();
    reader.ruleSets(ruleSets);
    if (result.environment().isPresent()) {
      reader.environment(input(result.environment().get()));
    }
    List<Diagnostic> found = diagnostics.sorted();
    if (!found.isEmpty()) {
      throw new IllegalStateException(
          "the import made a document that cannot be read: " + found.get(0));
    }
  }

  private static Input input(ImportedFile file) {
    return new Input(
        file.name(),
        Format.YAML,
        () -> new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)));
  }
}
