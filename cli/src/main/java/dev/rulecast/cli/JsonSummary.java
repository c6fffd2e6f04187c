package dev.rulecast.cli;

import dev.rulecast.exporter.Outcome;
import java.io.PrintWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** The result of one exporter for machines: one JSON object on a line. */
final class JsonSummary {
  private final PrintWriter out;

  JsonSummary(PrintWriter out) {
    this.out = out;
  }

  void write(String exporter, String status, Map<Outcome.Kind, Integer> counts) {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("exporter", exporter);
      json.writeStringProperty("status", status);
      counts.forEach((kind, count) -> json.writeNumberProperty(kind.word(), count));
      json.writeEndObject();
    }
    out.print('\n');
    out.flush();
  }
}
