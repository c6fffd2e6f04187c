package dev.rulecast.importer;

import java.util.List;

/**
 * What matters of a document.
 *
 * @param tables its tables, in their order
 * @param lists its lists that a paragraph announces, in their order
 * @param lost what may be a table, but is none that can be read
 */
record Document(List<Table> tables, List<RuleList> lists, List<Lost> lost) {
  Document {
    tables = List.copyOf(tables);
    lists = List.copyOf(lists);
    lost = List.copyOf(lost);
  }

  /**
   * Something that may be a table.
   *
   * @param where where it begins, and what it says
   * @param message what is wrong with it
   * @param hint what to do
   */
  record Lost(Prose where, String message, String hint) {}
}
