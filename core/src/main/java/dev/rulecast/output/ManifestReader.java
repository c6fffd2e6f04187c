package dev.rulecast.output;

import dev.rulecast.diagnostic.UserText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a manifest and believes nothing in it: a manifest decides what is deleted. Skips the
 * outcomes, which may be a million.
 */
final class ManifestReader {
  /** Duplicate keys are found here: Jackson would look for them in a million outcomes, too. */
  private static final JsonFactory JSON = new JsonFactory();

  private static final Set<String> REQUIRED = Set.of("version", "exporter", "files", "memory");

  private final Layout layout;
  private final String exporterId;
  private SortedMap<String, String> files = new TreeMap<>();
  private SortedMap<String, String> memory = new TreeMap<>();

  private ManifestReader(Layout layout, String exporterId) {
    this.layout = layout;
    this.exporterId = exporterId;
  }

  /**
   * The manifest of a folder; an empty one if there is none.
   *
   * @throws OutputException if it is not a manifest of this exporter's
   */
  static Manifest read(Layout layout, String exporterId) throws IOException {
    Path file = layout.target(Manifest.NAME);
    ManifestReader reader = new ManifestReader(layout, exporterId);
    // Decoded here: from bytes, Jackson would take other encodings, too.
    try (InputStream in = Files.newInputStream(file);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      return reader.document(parser);
    } catch (NoSuchFileException e) {
      return Manifest.empty();
    } catch (JacksonIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw reader.broken("it is not UTF-8");
      }
      throw e.getCause();
    } catch (JacksonException e) {
      // What exceeds one of Jackson's limits has no place.
      String line = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
      throw reader.broken("it is not valid JSON" + line);
    }
  }

  private Manifest document(JsonParser parser) throws OutputException {
    expect(parser.nextToken() == JsonToken.START_OBJECT, "it is not a JSON object");
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      expect(seen.add(key), UserText.quote(key) + " occurs twice");
      parser.nextToken();
      value(key, parser);
    }
    expect(parser.nextToken() == null, "something follows the JSON object");
    for (String key : REQUIRED) {
      expect(seen.contains(key), "it has no key " + UserText.quote(key));
    }
    return new Manifest(files, memory);
  }

  private void value(String key, JsonParser parser) throws OutputException {
    JsonToken token = parser.currentToken();
    switch (key) {
      case "version" -> {
        boolean known =
            token == JsonToken.VALUE_NUMBER_INT && parser.getValueAsLong(0) == Manifest.VERSION;
        expect(known, "its version is not " + Manifest.VERSION + ", the only one known here");
      }
      case "exporter" ->
          expect(
              token == JsonToken.VALUE_STRING && parser.getString().equals(exporterId),
              "it is not that of the exporter " + UserText.quote(exporterId));
      case "files" -> {
        files = strings(key, parser);
        checkFiles();
      }
      case "memory" -> memory = strings(key, parser);
      case "counts", "outcomes" -> parser.skipChildren();
      default -> throw broken("it has an unknown key " + UserText.quote(key));
    }
  }

  private SortedMap<String, String> strings(String key, JsonParser parser) throws OutputException {
    expect(
        parser.currentToken() == JsonToken.START_OBJECT,
        UserText.quote(key) + " is not an object of strings");
    SortedMap<String, String> map = new TreeMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      expect(
          parser.nextToken() == JsonToken.VALUE_STRING,
          UserText.quote(key) + " is not an object of strings");
      String text = parser.getString();
      expect(isUnicode(name) && isUnicode(text), UserText.quote(key) + " is not Unicode");
      boolean isNew = map.put(name, text) == null;
      expect(isNew, UserText.quote(name) + " occurs twice in " + UserText.quote(key));
    }
    return map;
  }

  /** Half a character, which an escape of JSON can stand for, could not be written again. */
  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private void checkFiles() throws OutputException {
    OutputPaths paths = new OutputPaths();
    for (var file : files.entrySet()) {
      try {
        paths.add(file.getKey());
      } catch (IllegalArgumentException e) {
        throw broken("it lists a file that no export writes: " + UserText.quote(file.getKey()));
      }
      expect(
          Sha256.isOne(file.getValue()),
          "the SHA-256 of " + UserText.quote(file.getKey()) + " is not 64 hexadecimal digits");
    }
  }

  private void expect(boolean fact, String otherwise) throws OutputException {
    if (!fact) {
      throw broken(otherwise);
    }
  }

  private OutputException broken(String why) {
    return new OutputException(
        "The manifest `%s` cannot be used: %s.".formatted(layout.shown(Manifest.NAME), why),
        "restore it from version control; or delete it and export with --force, and then delete"
            + " yourself what the export no longer writes");
  }
}
