package dev.rulecast.output;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * JSON as it reads best in a diff: every entry of the document and of its direct members on a line
 * of its own, and what is inside an entry beside it. Serves one document.
 */
final class LineLayout implements PrettyPrinter {
  /** Deeper than this, everything stays on the line. */
  private static final int DEPTH_WITH_LINES = 2;

  private int depth;

  @Override
  public void writeRootValueSeparator(JsonGenerator json) {
    json.writeRaw('\n');
  }

  @Override
  public void writeStartObject(JsonGenerator json) {
    json.writeRaw('{');
    depth++;
  }

  @Override
  public void beforeObjectEntries(JsonGenerator json) {
    newLine(json, "");
  }

  @Override
  public void writeObjectNameValueSeparator(JsonGenerator json) {
    json.writeRaw(": ");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) {
    json.writeRaw(',');
    newLine(json, " ");
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) {
    end(json, entries);
    json.writeRaw('}');
  }

  @Override
  public void writeStartArray(JsonGenerator json) {
    json.writeRaw('[');
    depth++;
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) {
    newLine(json, "");
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) {
    json.writeRaw(',');
    newLine(json, " ");
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) {
    end(json, values);
    json.writeRaw(']');
  }

  private void end(JsonGenerator json, int entries) {
    boolean lines = depth <= DEPTH_WITH_LINES;
    depth--;
    if (lines && entries > 0) {
      json.writeRaw('\n' + "  ".repeat(depth));
    }
  }

  private void newLine(JsonGenerator json, String otherwise) {
    json.writeRaw(depth <= DEPTH_WITH_LINES ? '\n' + "  ".repeat(depth) : otherwise);
  }
}
