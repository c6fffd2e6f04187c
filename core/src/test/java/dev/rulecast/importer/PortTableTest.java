package dev.rulecast.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Location;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortTableTest {
  /** As one number of 32 bits it would be negative. */
  @Test
  void countsTheCharactersOfVeryManyUnreadRows() {
    ImportSource source = Imported.source("ports.csv", ImportSource.Kind.CSV, "never read");
    Table table =
        new Table(Section.root("Ports"), 0, Location.startOf("ports.csv"), List.of(), List.of());
    Entry unread = new Entry.Unread(2, "x".repeat(5_000), List.of());
    PortTable all =
        new PortTable(source, table, Collections.nCopies(600_000, unread), List.of(), List.of());

    assertThat(all.unreadChars()).isEqualTo(600_000L * (4_096 + 200));
  }
}
