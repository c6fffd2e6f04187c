package dev.rulecast.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLReadFeature;

/**
 * The yardstick of reading: a walk along YAML by the parser of the reader and with its settings,
 * which looks at nothing. Without what the reader puts around it: the checks of characters, places,
 * refused features, nodes.
 */
public final class BareParse {
  /** As in the reader's TokenSource. */
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setBufferSize(1 << 16).build();

  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .loadSettings(SETTINGS)
          .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(YAMLReadFeature.PARSE_OCTAL_NUMBERS)
          .disable(YAMLReadFeature.EMPTY_STRING_AS_NULL)
          .build();

  private BareParse() {}

  /**
   * Walks along files. The launcher of the distribution starts this, so that the JVM and its flags
   * are those of an export; it also gives three arguments that would have started rulecast.
   */
  public static void main(String[] args) throws IOException {
    long tokens = 0;
    for (String file : List.of(args).subList(3, args.length)) {
      try (InputStream stream = new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
        tokens += tokens(stream);
      }
    }
    System.out.println(tokens);
  }

  /** Counts the tokens that the reader's parser, Jackson's, makes of a text. */
  static long tokens(InputStream text) {
    Reader reader = new InputStreamReader(text, StandardCharsets.UTF_8);
    long tokens = 0;
    try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), reader)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  /** Counts the events below those tokens, which SnakeYAML Engine makes. */
  static long events(InputStream text) {
    Reader reader = new InputStreamReader(text, StandardCharsets.UTF_8);
    Iterator<Event> events = new Parse(SETTINGS).parseReader(reader).iterator();
    long count = 0;
    while (events.hasNext()) {
      events.next();
      count++;
    }
    return count;
  }
}
