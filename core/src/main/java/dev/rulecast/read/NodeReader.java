package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Location;
import dev.rulecast.diagnostic.UserText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Turns a parser's tokens into nodes. Refuses YAML's anchors, aliases, merge keys and tags. */
final class NodeReader {
  private final String file;
  private final JsonParser parser;
  private final Diagnostics diagnostics;

  NodeReader(String file, JsonParser parser, Diagnostics diagnostics) {
    this.file = file;
    this.parser = parser;
    this.diagnostics = diagnostics;
  }

  /** Receives the items of one list as they are read, so that they need not be kept. */
  interface ItemSink {
    /** Whether this list is the one. */
    boolean takes(String topLevelKey);

    /** Takes one item. */
    void accept(Node item);
  }

  /**
   * Reads the value that begins at the current token. At the top of a document, the items of the
   * list that the sink takes go to the sink and the list in the result is empty.
   *
   * @throws TooDeepException if it is nested too deeply to go on
   */
  Node read(ItemSink sink) {
    refuseReferences();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return read(1);
    }
    return mapping(1, sink);
  }

  private Node read(int depth) {
    refuseReferences();
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(depth, NO_SINK);
      case START_ARRAY -> sequence(depth);
      case VALUE_STRING -> scalar(Node.Kind.TEXT);
      case VALUE_NUMBER_INT -> scalar(Node.Kind.INTEGER);
      case VALUE_NUMBER_FLOAT -> scalar(Node.Kind.FRACTION);
      case VALUE_TRUE, VALUE_FALSE -> scalar(Node.Kind.BOOLEAN);
      case VALUE_NULL -> scalar(Node.Kind.NULL);
      default -> throw new IllegalStateException("Unexpected token " + parser.currentToken());
    };
  }

  private static final ItemSink NO_SINK =
      new ItemSink() {
        @Override
        public boolean takes(String topLevelKey) {
          return false;
        }

        @Override
        public void accept(Node item) {
          throw new IllegalStateException();
        }
      };

  private Node.Mapping mapping(int depth, ItemSink sink) {
    Location start = here();
    checkDepth(depth, start);
    List<Node.Entry> entries = new ArrayList<>();
    KeyPlaces places = new KeyPlaces();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      refuseReferences();
      String key = parser.currentName();
      Location place = here();
      if (key.equals("<<")) {
        unsupported(place, "YAML merge keys (`<<`) are not supported.", "write the keys out");
      }
      parser.nextToken();
      Node value;
      if (sink.takes(key) && parser.currentToken() == JsonToken.START_ARRAY) {
        value = feed(sink);
      } else {
        value = read(depth + 1);
      }
      if (places.isNew(key, place, entries)) {
        entries.add(new Node.Entry(key, place, value));
      }
    }
    return new Node.Mapping(start, List.copyOf(entries));
  }

  private Node feed(ItemSink sink) {
    refuseReferences();
    Location start = here();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      sink.accept(read(3));
    }
    return new Node.Sequence(start, List.of());
  }

  private Node sequence(int depth) {
    Location start = here();
    checkDepth(depth, start);
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(read(depth + 1));
    }
    return new Node.Sequence(start, List.copyOf(items));
  }

  private Node scalar(Node.Kind kind) {
    return new Node.Scalar(here(), kind, parser.getString());
  }

  private Location here() {
    TokenStreamLocation place = parser.currentTokenLocation();
    return new Location(file, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
  }

  private void checkDepth(int depth, Location place) {
    if (depth > Limits.MAX_NESTING) {
      throw new TooDeepException(place);
    }
  }

  private void refuseReferences() {
    if (!(parser instanceof YAMLParser yaml)) {
      return;
    }
    if (yaml.isCurrentAlias()) {
      unsupported(here(), "YAML aliases (`*name`) are not supported.", "write the value out");
    } else if (yaml.getObjectId() != null) {
      unsupported(here(), "YAML anchors (`&name`) are not supported.", "delete the anchor");
    }
    if (yaml.getTypeId() != null) {
      unsupported(here(), "YAML tags (`!name`) are not supported.", "delete the tag");
    }
  }

  private void unsupported(Location place, String message, String hint) {
    diagnostics.add(Diagnostic.error("yaml-feature", place, message).withHint(hint));
  }

  /** Reports a key that occurs twice in one mapping. */
  private final class KeyPlaces {
    /** Up to this many keys a walk along the list is quicker than a map. */
    private static final int FEW = 16;

    private Map<String, Location> many = Map.of();

    boolean isNew(String key, Location place, List<Node.Entry> entries) {
      if (entries.size() < FEW) {
        for (Node.Entry entry : entries) {
          if (entry.key().equals(key)) {
            return duplicate(key, place, entry.location());
          }
        }
        return true;
      }
      if (many.isEmpty()) {
        many = new HashMap<>();
        for (Node.Entry entry : entries) {
          many.put(entry.key(), entry.location());
        }
      }
      Location first = many.putIfAbsent(key, place);
      return first == null || duplicate(key, place, first);
    }

    private boolean duplicate(String key, Location place, Location first) {
      String message =
          "The key %s occurs twice; the first is at line %d."
              .formatted(UserText.quote(key), first.line());
      diagnostics.add(
          Diagnostic.error("duplicate-key", place, message).withHint("delete or rename one"));
      return false;
    }
  }

  /** The input is nested more deeply than {@link Limits#MAX_NESTING}. */
  static final class TooDeepException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Location place;

    TooDeepException(Location place) {
      super("nested too deeply", null, false, false);
      this.place = place;
    }

    Location place() {
      return place;
    }
  }
}
