package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLReadFeature;

/** The documents of one input, as tokens of a strictly configured parser. */
final class TokenSource {
  /** Far over the longest text that is allowed, so that our own message about it is the rule. */
  private static final int MAX_STRING = 1024 * 1024;

  /** Jackson counts the document as a level, and we tell first. */
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(Limits.MAX_NESTING + 10)
          .maxStringLength(MAX_STRING)
          .maxNameLength(MAX_STRING)
          .maxDocumentLength(Limits.MAX_FILE_BYTES)
          .build();

  private final Input input;
  private final Diagnostics diagnostics;

  TokenSource(Input input, Diagnostics diagnostics) {
    this.input = input;
    this.diagnostics = diagnostics;
  }

  /**
   * Calls the consumer at the first token of each document. An error of syntax is reported and ends
   * the input.
   */
  void forEachDocument(Consumer<NodeReader> consumer) throws IOException {
    byte[] bytes = bytes();
    if (bytes.length > Limits.MAX_FILE_BYTES) {
      report(
          Diagnostic.error(
                  "file-too-large",
                  Location.startOf(input.name()),
                  "The file is larger than 256 MiB.")
              .withHint("split it; several files are one run"));
      return;
    }
    if (!SourceCheck.check(input.name(), bytes, diagnostics)) {
      return;
    }
    try (JsonParser parser = parser(text(bytes))) {
      NodeReader nodes = new NodeReader(input.name(), parser, diagnostics);
      boolean empty = true;
      while (parser.nextToken() != null) {
        empty = false;
        consumer.accept(nodes);
      }
      if (empty) {
        report(
            Diagnostic.error(
                    "empty-document", Location.startOf(input.name()), "The file holds no document.")
                .withHint("begin it with apiVersion: " + DocumentReader.API_VERSION));
      }
    } catch (NodeReader.TooDeepException e) {
      String message = "Lists and mappings are nested more than %d levels deep.";
      report(Diagnostic.error("too-deep", e.place(), message.formatted(Limits.MAX_NESTING)));
    } catch (TooMuchException e) {
      report(e.diagnostic());
    } catch (JacksonException e) {
      report(syntaxError(e));
    }
  }

  private void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  private byte[] bytes() throws IOException {
    try (InputStream stream = input.content().open()) {
      return stream.readNBytes(Limits.MAX_FILE_BYTES + 1);
    }
  }

  private static Reader text(byte[] bytes) {
    int start = hasByteOrderMark(bytes) ? 3 : 0;
    InputStream rest = new ByteArrayInputStream(bytes, start, bytes.length - start);
    return new InputStreamReader(rest, StandardCharsets.UTF_8);
  }

  private static boolean hasByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private JsonParser parser(Reader text) {
    ObjectReadContext context = ObjectReadContext.empty();
    if (input.format() == Format.JSON) {
      return JsonFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .build()
          .createParser(context, text);
    }
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Limits.MAX_FILE_BYTES).build();
    return YAMLFactory.builder()
        .streamReadConstraints(CONSTRAINTS)
        .loadSettings(settings)
        .disable(YAMLReadFeature.PARSE_OCTAL_NUMBERS)
        .disable(YAMLReadFeature.EMPTY_STRING_AS_NULL)
        .build()
        .createParser(context, text);
  }

  /** The parser's complaint in one line, at the place where the text is wrong. */
  private Diagnostic syntaxError(JacksonException e) {
    Location place = place(e.getLocation());
    String problem = e.getOriginalMessage();
    if (e.getCause() instanceof MarkedYamlEngineException yaml) {
      problem = yaml.getProblem();
      place =
          yaml.getProblemMark()
              .map(m -> new Location(input.name(), m.getLine() + 1, m.getColumn() + 1))
              .orElse(place);
    }
    String oneLine = problem.lines().findFirst().orElse("unreadable").strip();
    String language = input.format() == Format.JSON ? "JSON" : "YAML";
    return Diagnostic.error(
        "syntax", place, "This is not valid " + language + ": " + oneLine + ".");
  }

  private Location place(TokenStreamLocation location) {
    return Optional.ofNullable(location)
        .filter(l -> l.getLineNr() > 0 && l.getColumnNr() > 0)
        .map(l -> new Location(input.name(), l.getLineNr(), l.getColumnNr()))
        .orElse(Location.startOf(input.name()));
  }
}
