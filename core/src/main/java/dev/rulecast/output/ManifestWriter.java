package dev.rulecast.output;

import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.ReportedOutcome;
import dev.rulecast.policy.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Writes a manifest. The same contents give the same bytes. */
final class ManifestWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private ManifestWriter() {}

  /**
   * Writes to the stream and leaves it open.
   *
   * @throws IllegalArgumentException if a text is not Unicode
   */
  static void write(
      OutputStream out, String exporterId, SortedMap<String, String> files, ExportResult result)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(layout(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", Manifest.VERSION);
      json.writeStringProperty("exporter", exporterId);
      map(json, "files", files);
      counts(json, result.counts());
      map(json, "memory", result.remembered());
      outcomes(json, result.outcomes());
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The manifest cannot be written as JSON.", e);
    }
  }

  private static void map(JsonGenerator json, String name, SortedMap<String, String> map) {
    json.writeObjectPropertyStart(name);
    map.forEach(json::writeStringProperty);
    json.writeEndObject();
  }

  private static void counts(JsonGenerator json, Map<Outcome.Kind, Integer> counts) {
    json.writeObjectPropertyStart("counts");
    for (Outcome.Kind kind : Outcome.Kind.values()) {
      json.writeNumberProperty(kind.word(), counts.getOrDefault(kind, 0));
    }
    json.writeEndObject();
  }

  /** What is not exact, once: the flows of a rule mostly end alike. */
  private static void outcomes(JsonGenerator json, Iterable<ReportedOutcome> outcomes) {
    Set<ReportedOutcome> written = new HashSet<>();
    json.writeArrayPropertyStart("outcomes");
    for (ReportedOutcome reported : outcomes) {
      if (reported.outcome().kind() != Outcome.Kind.EXACT && written.add(reported)) {
        outcome(json, reported);
      }
    }
    json.writeEndArray();
  }

  private static void outcome(JsonGenerator json, ReportedOutcome reported) {
    Outcome outcome = reported.outcome();
    json.writeStartObject();
    json.writeStringProperty("rule", reported.rule());
    reported.side().map(Side::word).ifPresent(side -> json.writeStringProperty("side", side));
    json.writeStringProperty("outcome", outcome.kind().word());
    if (!outcome.lost().isEmpty()) {
      json.writeArrayPropertyStart("lost");
      outcome.lost().stream().sorted().map(Dimension::word).forEach(json::writeString);
      json.writeEndArray();
    }
    json.writeStringProperty("reason", outcome.reason());
    json.writeEndObject();
  }

  private static ObjectWriteContext layout() {
    PrettyPrinter layout = new LineLayout();
    return new ObjectWriteContext.Base() {
      @Override
      public boolean hasPrettyPrinter() {
        return true;
      }

      @Override
      public PrettyPrinter getPrettyPrinter() {
        return layout;
      }
    };
  }
}
