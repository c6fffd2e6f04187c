package dev.rulecast.cli;

import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.Option;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** An installed exporter for machines: one JSON object on a line. */
final class JsonExporters {
  private JsonExporters() {}

  static void write(ExporterInfo info, PrintWriter out) {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("id", info.id());
      json.writeStringProperty("title", info.title());
      json.writeStringProperty("version", info.version());
      json.writeStringProperty("platform", info.platform().id());
      json.writeArrayPropertyStart("wider");
      info.capabilities().widened().stream()
          .sorted()
          .map(Dimension::word)
          .forEach(json::writeString);
      json.writeEndArray();
      json.writeBooleanProperty("deny", info.capabilities().deny());
      json.writeBooleanProperty("outbound", info.capabilities().outbound());
      json.writeBooleanProperty("everyProtocol", info.capabilities().everyProtocol());
      json.writeArrayPropertyStart("options");
      for (Option<?> option : info.options()) {
        json.writeStartObject();
        json.writeStringProperty("name", option.name());
        json.writeStringProperty("description", option.description());
        json.writeStringProperty("allowed", option.allowed());
        json.writeStringProperty("default", option.defaultText());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.print('\n');
  }
}
