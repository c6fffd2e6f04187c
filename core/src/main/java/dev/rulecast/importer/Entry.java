package dev.rulecast.importer;

import dev.rulecast.diagnostic.Diagnostic;
import java.util.List;

/** What became of a row, in the order of the table. */
sealed interface Entry {
  /**
   * Rules.
   *
   * @param line the line of the row
   * @param drafts not empty
   */
  record Rules(int line, List<Draft> drafts) implements Entry {
    public Rules {
      drafts = List.copyOf(drafts);
    }
  }

  /**
   * The title of the rows that follow.
   *
   * @param title what the row says
   */
  record Title(String title) implements Entry {}

  /**
   * A row that was not read.
   *
   * @param line its line
   * @param source the row as it is written
   * @param problems why
   */
  record Unread(int line, String source, List<Diagnostic> problems) implements Entry {
    public Unread {
      problems = List.copyOf(problems);
    }
  }
}
