package dev.rulecast.importer;

import dev.rulecast.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/**
 * A port table of which every row was looked at.
 *
 * @param source its document
 * @param table the table
 * @param entries what became of its rows
 * @param lists the lists of predefined rules that belong to it
 * @param others what else was not read, and is in no file
 */
record PortTable(
    ImportSource source,
    Table table,
    List<Entry> entries,
    List<PredefinedDraft> lists,
    List<Diagnostic> others) {

  /** How many rules the rule set has, predefined ones counted by list. */
  int rules() {
    long rows = entries.stream().filter(entry -> entry instanceof Entry.Rules).count();
    long named = lists.stream().filter(list -> !list.names().isEmpty()).count();
    return (int) (rows + named);
  }

  private List<Entry.Unread> unreadRows() {
    List<Entry.Unread> rows = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Unread row) {
        rows.add(row);
      }
    }
    lists.forEach(list -> rows.addAll(list.unread()));
    return rows;
  }

  int unread() {
    return unreadRows().size() + others.size();
  }

  long unreadChars() {
    return unreadRows().stream()
        .mapToLong(row -> Math.min(row.source().length(), 4_096) + 200)
        .sum();
  }

  List<Diagnostic> problems() {
    List<Diagnostic> problems = new ArrayList<>(others);
    unreadRows().forEach(row -> problems.addAll(row.problems()));
    return problems;
  }
}
