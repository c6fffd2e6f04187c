package com.example.rulecast;

import dev.rulecast.exporter.Capabilities;
import dev.rulecast.exporter.Demand;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.model.Platform;
import dev.rulecast.policy.Policy;
import dev.rulecast.template.Language;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the rules as a table (RFC 4180, but with line feeds alone) for spreadsheets and scripts. */
public final class CsvExporter implements RuleExporter {
  private static final ExporterInfo INFO =
      ExporterInfo.of(
          "csv", "Table of rules", "1.0.0", Platform.of("csv", "CSV rows"), Capabilities.exact());

  private static final Language CSV = new Language("CSV", ".csv", CsvExporter::escape);

  private final Templates templates = new Templates(CsvExporter.class, CSV);

  @Override
  public ExporterInfo info() {
    return INFO;
  }

  @Override
  public void export(Policy policy, ExportContext context) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Demand demand : context.demands()) {
      if (demand.endpoint().isBound() && demand.peer().isBound()) {
        rows.add(Row.of((FlowDemand) demand));
        context.written(demand);
      } else {
        context.outcome(demand, Outcome.unsupported("a table has no inputs for addresses"));
      }
    }
    if (!rows.isEmpty()) {
      try (Writer out = context.file("rules.csv")) {
        templates.render("rules.csv.ftl", Map.of("rows", rows), out);
      }
    }
  }

  /** The inside of a quoted field. An apostrophe keeps spreadsheets from calculating it. */
  static String escape(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0;
    return (formula ? "'" : "") + text.replace("\"", "\"\"");
  }
}
