package dev.rulecast.importer;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Location;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.diagnostic.UserText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes rule sets of documents with port tables: one of each table. The same documents in the same
 * order give the same bytes. One importer makes one run.
 */
public final class Importer {
  /** So much can stand between two rules without the reader taking the file for no text. */
  private static final int MAX_UNREAD_CHARS = 1 << 20;

  private final ImportOptions options;
  private final Diagnostics problems = new Diagnostics();
  private final Diagnostics notes = new Diagnostics();
  private final EndpointNames names = new EndpointNames();
  private int unread;

  /** An importer for one run. */
  public Importer(ImportOptions options) {
    this.options = options;
  }

  /**
   * Reads documents.
   *
   * @throws IOException if one cannot be read at all
   */
  public ImportResult run(List<ImportSource> sources) throws IOException {
    List<PortTable> tables = new ArrayList<>();
    List<ImportSource> without = new ArrayList<>();
    for (ImportSource source : sources) {
      Optional<SourceText> text = SourceText.read(source, problems);
      Optional<Document> document = text.flatMap(t -> read(source, t));
      int before = tables.size();
      if (document.isPresent()) {
        DocumentImport found = new DocumentImport(source, document.get(), options, names);
        tables.addAll(found.read(notes));
        unread += found.lost();
      }
      if (document.isPresent() && tables.size() == before) {
        without.add(source);
      }
    }
    reportWithout(without, tables.isEmpty());
    names.number();
    List<ImportedFile> files = write(tables);
    names.united().forEach(this::reportUnited);
    List<Diagnostic> all = new ArrayList<>(problems.sorted());
    all.addAll(notes.sorted());
    all.sort(null);
    return new ImportResult(files, environment(tables), all, unread, problems.hasErrors());
  }

  private Optional<Document> read(ImportSource source, SourceText text) {
    return source.kind() == ImportSource.Kind.CSV
        ? CsvReader.read(source, text, problems)
        : MarkdownReader.read(source, text, problems);
  }

  private void reportWithout(List<ImportSource> without, boolean all) {
    for (ImportSource source : without) {
      Diagnostic diagnostic =
          Diagnostic.of(
                  all ? Severity.ERROR : Severity.WARNING,
                  "no-port-table",
                  "The document has no table with a column of ports.")
              .at(Location.startOf(source.name()))
              .withHint(
                  "a header such as | Port | Protocol | Source | Target | Purpose | makes one");
      (all ? problems : notes).add(diagnostic);
    }
  }

  private void reportUnited(String id, List<String> titles) {
    String quoted = String.join(" and ", titles.stream().map(UserText::quote).toList());
    notes.add(
        Diagnostic.of(Severity.NOTE, "united-names", quoted + " are one endpoint, `" + id + "`."));
  }

  private List<ImportedFile> write(List<PortTable> tables) {
    UniqueIds ruleSets = new UniqueIds();
    UniqueIds parameters = new UniqueIds();
    List<ImportedFile> files = new ArrayList<>();
    for (PortTable table : tables) {
      unread += table.unread();
      table.problems().forEach(notes::add);
      boolean empty = table.rules() == 0;
      boolean tooMuch = table.unreadChars() > MAX_UNREAD_CHARS;
      if (empty || tooMuch) {
        notes.add(
            Diagnostic.of(
                    Severity.WARNING,
                    "table-without-rules",
                    empty
                        ? "No row of this table was read, so that no rule set is made of it."
                        : "So many rows of this table were not read that no rule set is made of it.")
                .at(table.table().location()));
        continue;
      }
      String name = ruleSets.unique(RuleSetNames.of(table));
      ImportedRuleSet ruleSet =
          new RuleSetBuilder(table.source(), names, parameters)
              .build(name, table.table(), table.entries(), table.lists());
      files.add(
          new ImportedFile(
              name + ".yaml",
              RuleSetWriter.write(ruleSet),
              ruleSet.source(),
              ruleSet.ruleSet().rules().size() + ruleSet.ruleSet().predefinedRules().size(),
              ruleSet.unread()));
    }
    return files;
  }

  private Optional<ImportedFile> environment(List<PortTable> tables) {
    var addresses = names.addresses();
    if (addresses.isEmpty()) {
      return Optional.empty();
    }
    List<String> files =
        tables.stream().map(table -> table.source().fileName()).distinct().toList();
    return Optional.of(
        new ImportedFile(
            "environment.yaml",
            EnvironmentWriter.write(addresses, files),
            String.join(", ", files),
            0,
            0));
  }
}
