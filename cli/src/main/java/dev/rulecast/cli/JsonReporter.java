package dev.rulecast.cli;

import dev.rulecast.diagnostic.Diagnostic;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Diagnostics for machines: one JSON object a line, and nothing left out. */
final class JsonReporter implements Reporter {
  private final PrintWriter err;
  private final JsonFactory json =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  JsonReporter(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void report(List<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), err)) {
        write(diagnostic, out);
      }
      err.print('\n');
    }
    err.flush();
  }

  private static void write(Diagnostic diagnostic, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("severity", diagnostic.severity().word());
    out.writeStringProperty("id", diagnostic.id());
    diagnostic
        .location()
        .ifPresent(
            place -> {
              out.writeStringProperty("file", place.file());
              out.writeNumberProperty("line", place.line());
              out.writeNumberProperty("column", place.column());
            });
    out.writeStringProperty("message", diagnostic.message());
    diagnostic.hint().ifPresent(hint -> out.writeStringProperty("hint", hint));
    if (!diagnostic.subjects().isEmpty()) {
      out.writeArrayPropertyStart("rules");
      diagnostic.subjects().forEach(out::writeString);
      out.writeEndArray();
    }
    out.writeEndObject();
  }
}
