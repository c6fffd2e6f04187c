package dev.rulecast.importer;

import dev.rulecast.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What an import comes to.
 *
 * @param ruleSets a file for each table, in the order of the documents
 * @param environment the addresses that the tables give, if they give any
 * @param diagnostics what there is to say, in its order
 * @param unread how many rows were not read, those included that are in no file
 * @param failed whether a document cannot be read at all, so that nothing may be written
 */
public record ImportResult(
    List<ImportedFile> ruleSets,
    Optional<ImportedFile> environment,
    List<Diagnostic> diagnostics,
    int unread,
    boolean failed) {
  /** Copies the lists. */
  public ImportResult {
    ruleSets = List.copyOf(ruleSets);
    diagnostics = List.copyOf(diagnostics);
  }
}
