package dev.rulecast.importer;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Location;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.model.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the port tables of one document, with the lists that belong to them. */
final class DocumentImport {
  private final ImportSource source;
  private final Document document;
  private final ImportOptions options;
  private final EndpointNames names;
  private final PredefinedReader predefinedReader;
  private final Set<Location> unreadSentences = new HashSet<>();
  private int lost;

  DocumentImport(
      ImportSource source, Document document, ImportOptions options, EndpointNames names) {
    this.source = source;
    this.document = document;
    this.options = options;
    this.predefinedReader = new PredefinedReader(options.windowsRules());
    this.names = names;
  }

  /** The port tables; what is no port table, or lost, is told. */
  List<PortTable> read(Diagnostics notes) {
    document
        .lost()
        .forEach(
            lost ->
                notes.add(
                    Diagnostic.error("unread-table", lost.where().location(), lost.message())
                        .withHint(lost.hint())));
    Map<Table, List<RuleList>> lists = new LinkedHashMap<>();
    Map<Table, Columns> columns = new LinkedHashMap<>();
    for (Table table : document.tables()) {
      Optional<Columns> found = Columns.of(table.header());
      if (found.isPresent()) {
        columns.put(table, found.get());
        lists.put(table, new ArrayList<>());
      } else {
        notes.add(
            Diagnostic.of(
                    Severity.NOTE,
                    "no-port-table",
                    "This table has no column of ports, so it was left out.")
                .at(table.location()));
      }
    }
    List<RuleList> orphans = attach(lists);
    List<PortTable> tables = new ArrayList<>();
    columns.forEach(
        (table, found) ->
            tables.add(read(table, found, lists.getOrDefault(table, List.of()), notes)));
    orphans.forEach(list -> notes.add(orphan(list)));
    lost = document.lost().size() + orphans.size();
    return tables;
  }

  /** How much was not read that belongs to no port table. */
  int lost() {
    return lost;
  }

  /** Gives each list of predefined rules to the last table before it whose part it is in. */
  private List<RuleList> attach(Map<Table, List<RuleList>> lists) {
    List<RuleList> orphans = new ArrayList<>();
    List<Table> backwards = new ArrayList<>(lists.keySet());
    Collections.reverse(backwards);
    for (RuleList list : document.lists()) {
      if (!PredefinedReader.isMeant(list)) {
        continue;
      }
      Optional<Table> owner =
          backwards.stream()
              .filter(table -> table.location().line() < list.location().line())
              .filter(table -> table.section().holds(list.section()))
              .findFirst();
      owner.ifPresentOrElse(
          table -> lists.getOrDefault(table, new ArrayList<>()).add(list), () -> orphans.add(list));
    }
    return orphans;
  }

  private static Diagnostic orphan(RuleList list) {
    return PredefinedDraft.problem(
        list.intro(),
        "This list of rules belongs to no port table, and was not read.",
        Optional.of("add it to predefinedRules by hand"));
  }

  private PortTable read(Table table, Columns columns, List<RuleList> lists, Diagnostics notes) {
    List<Diagnostic> others = new ArrayList<>();
    List<SourcePortSentence> sentences = sentences(table, others);
    List<Entry> entries = new TableReader(table, columns, options, sentences, names).read();
    List<String> unknown = columns.unknown(table.rows());
    if (!unknown.isEmpty()) {
      notes.add(
          Diagnostic.of(
                  Severity.NOTE,
                  "unknown-column",
                  unknown.size() == 1
                      ? "A column of this table is kept in `notes`."
                      : unknown.size() + " columns of this table are kept in `notes`.")
              .at(table.location())
              .about(unknown));
    }
    if (new Ends(table, columns, options).usesHeading()) {
      notes.add(
          Diagnostic.of(
                  Severity.NOTE,
                  "named-after-heading",
                  "This table is taken to be about the machine that its heading names.")
              .at(table.location())
              .withHint("name it with --source and --destination if it is not"));
    }
    List<PredefinedDraft> predefined = new ArrayList<>();
    for (RuleList list : lists) {
      predefinedReader.read(list, entries, sentences, others).ifPresent(predefined::add);
    }
    predefined.forEach(list -> names.add(List.of(list.source(), list.endpoint())));
    return new PortTable(source, table, entries, predefined, others);
  }

  /** What is said before a table; what is not understood of it is told for the first one. */
  private List<SourcePortSentence> sentences(Table table, List<Diagnostic> others) {
    List<SourcePortSentence> sentences = new ArrayList<>();
    for (Prose prose : table.before()) {
      try {
        SourcePortSentence.read(prose.text()).ifPresent(sentences::add);
      } catch (InvalidValueException e) {
        if (unreadSentences.add(prose.location())) {
          others.add(
              Diagnostic.error("unread-sentence", prose.location(), e.getMessage())
                  .withHint(e.hint()));
        }
      }
    }
    Collections.reverse(sentences);
    return sentences;
  }
}
