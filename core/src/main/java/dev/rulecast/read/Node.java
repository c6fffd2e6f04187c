package dev.rulecast.read;

import dev.rulecast.diagnostic.Location;
import java.util.List;
import java.util.Optional;

/** A value of a YAML or JSON document with the place where it is written. */
sealed interface Node {
  /** Where the value begins. */
  Location location();

  /** What the value is, in the words of a message: {@code a list}. */
  String kindName();

  /** Keys with their values, in the order of the document; no key occurs twice. */
  record Mapping(Location location, List<Entry> entries) implements Node {
    @Override
    public String kindName() {
      return "a mapping";
    }

    Optional<Node> get(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
    }
  }

  /** A key with its place, and its value. */
  record Entry(String key, Location location, Node value) {}

  /** A list. */
  record Sequence(Location location, List<Node> items) implements Node {
    @Override
    public String kindName() {
      return "a list";
    }
  }

  /** A list whose items were handed on as they were read. */
  record Streamed(Location location, int size) implements Node {
    @Override
    public String kindName() {
      return "a list";
    }
  }

  /** Text, a number, a boolean or null; {@code text} is what the document says. */
  record Scalar(Location location, Kind kind, String text) implements Node {
    @Override
    public String kindName() {
      return kind.words;
    }
  }

  /** A value that was refused and reported; whoever decodes it has nothing to add. */
  record Refused(Location location) implements Node {
    @Override
    public String kindName() {
      return "refused";
    }
  }

  /** The kinds of scalar that JSON, and YAML 1.2 read by JSON's rules, know. */
  enum Kind {
    TEXT("text"),
    INTEGER("a number"),
    FRACTION("a fractional number"),
    BOOLEAN("true or false"),
    NULL("empty");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }
}
