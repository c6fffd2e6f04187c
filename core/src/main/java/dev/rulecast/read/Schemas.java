package dev.rulecast.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The JSON Schemas of the documents, draft 2020-12, which editors use. */
public final class Schemas {
  /** What the schemas are called: {@code ruleset} and {@code environment}. */
  public static final List<String> NAMES = List.of("ruleset", "environment");

  private Schemas() {}

  /** The text of a schema, if the name is one of {@link #NAMES}. */
  public static Optional<String> text(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    String resource = name + ".schema.json";
    try (InputStream stream = Schemas.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The resource " + resource + " is missing.");
      }
      return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
