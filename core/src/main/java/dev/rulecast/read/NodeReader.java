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

/** Turns the tokens of one document into nodes. */
final class NodeReader {
  private final JsonParser parser;
  private final ParserPlaces places;
  private final Diagnostics diagnostics;

  /** A reader of the document whose first token is the parser's current one. */
  NodeReader(JsonParser parser, ParserPlaces places, Diagnostics diagnostics) {
    this.parser = parser;
    this.places = places;
    this.diagnostics = diagnostics;
  }

  /** Receives the items of some lists as they are read, so that they need not be kept. */
  interface ItemSink {
    /** The sink that takes none. */
    ItemSink NONE =
        new ItemSink() {
          @Override
          public boolean takes(String topLevelKey) {
            return false;
          }

          @Override
          public void accept(String topLevelKey, Node item) {
            throw new IllegalStateException();
          }
        };

    /** Whether the list under this key is one of them. */
    boolean takes(String topLevelKey);

    /** Takes one item. */
    void accept(String topLevelKey, Node item);
  }

  /** Where to report what is wrong with this document. */
  Diagnostics diagnostics() {
    return diagnostics;
  }

  /**
   * Reads the document. The items of the lists that the sink takes go to the sink, and the result
   * has {@link Node.Streamed} in their place.
   *
   * @throws UnreadableException if it is nested too deeply to go on
   */
  Node read(ItemSink sink) {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return mapping(1, sink);
    }
    // An empty document is best told of at its `---`; where its value would be, another begins.
    return parser.currentToken() == JsonToken.VALUE_NULL && parser.getString().isEmpty()
        ? new Node.Scalar(places.document(), Node.Kind.NULL, "")
        : read(1);
  }

  private Node read(int depth) {
    if (isRefused()) {
      return new Node.Refused(places.current());
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(depth, ItemSink.NONE);
      case START_ARRAY -> sequence(depth);
      case VALUE_STRING -> scalar(Node.Kind.TEXT);
      case VALUE_NUMBER_INT -> scalar(Node.Kind.INTEGER);
      case VALUE_NUMBER_FLOAT -> scalar(Node.Kind.FRACTION);
      case VALUE_TRUE, VALUE_FALSE -> scalar(Node.Kind.BOOLEAN);
      case VALUE_NULL -> scalar(Node.Kind.NULL);
      default -> throw new IllegalStateException("Unexpected token " + parser.currentToken());
    };
  }

  private boolean isRefused() {
    return parser instanceof StrictYamlParser yaml && yaml.isCurrentRefused();
  }

  private Node.Mapping mapping(int depth, ItemSink sink) {
    Location start = start(depth);
    List<Node.Entry> entries = new ArrayList<>();
    KeyPlaces keys = new KeyPlaces();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean refused = isRefused();
      String key = parser.currentName();
      Location place = places.current();
      parser.nextToken();
      boolean streamed = sink.takes(key) && parser.currentToken() == JsonToken.START_ARRAY;
      Node value = streamed ? feed(key, depth + 1, sink) : read(depth + 1);
      if (!refused && keys.isNew(key, place, entries)) {
        entries.add(new Node.Entry(key, place, value));
      }
    }
    return new Node.Mapping(start, List.copyOf(entries));
  }

  private Node feed(String key, int depth, ItemSink sink) {
    Location start = start(depth);
    int items = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      sink.accept(key, read(depth + 1));
      items++;
    }
    return new Node.Streamed(start, items);
  }

  private Node sequence(int depth) {
    Location start = start(depth);
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(read(depth + 1));
    }
    return new Node.Sequence(start, List.copyOf(items));
  }

  private Node scalar(Node.Kind kind) {
    return new Node.Scalar(places.current(), kind, parser.getString());
  }

  /** The place of a list or mapping that begins here. */
  private Location start(int depth) {
    Location place = places.current();
    if (depth > Limits.MAX_NESTING) {
      throw tooDeep(place);
    }
    return place;
  }

  static UnreadableException tooDeep(Location place) {
    String message = "Lists and mappings are nested more than %s levels deep.";
    return UnreadableException.after(
        Diagnostic.error("too-deep", place, message.formatted(Limits.MAX_NESTING))
            .withHint("check the brackets and the indentation; no document of ours needs this"));
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
          "The key %s occurs twice; the first is at line %s."
              .formatted(UserText.quote(key), first.line());
      diagnostics.add(
          Diagnostic.error("duplicate-key", place, message).withHint("delete or rename one"));
      return false;
    }
  }
}
