package dev.rulecast.cli;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Severity;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Diagnostics for programs: one JSON object a line, and nothing left out. */
final class JsonReporter implements Reporter {
  private final JsonLines lines;

  JsonReporter(PrintWriter err) {
    this.lines = new JsonLines(err);
  }

  @Override
  public void report(List<Diagnostic> diagnostics) {
    diagnostics.forEach(diagnostic -> lines.print(json -> write(diagnostic, json)));
  }

  @Override
  public void stackTrace(String trace) {
    report(List.of(Diagnostic.of(Severity.NOTE, "stack-trace", trace)));
  }

  private static void write(Diagnostic diagnostic, JsonGenerator json) {
    json.writeStringProperty("severity", diagnostic.severity().word());
    json.writeStringProperty("id", diagnostic.id());
    diagnostic
        .location()
        .ifPresent(
            place -> {
              json.writeStringProperty("file", place.file());
              json.writeNumberProperty("line", place.line());
              json.writeNumberProperty("column", place.column());
            });
    json.writeStringProperty("message", diagnostic.message());
    diagnostic.hint().ifPresent(hint -> json.writeStringProperty("hint", hint));
    if (!diagnostic.subjects().isEmpty()) {
      JsonLines.strings(json, "about", diagnostic.subjects());
    }
  }
}
