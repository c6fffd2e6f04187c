package dev.rulecast.read;

import java.io.Reader;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.io.IOContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLFactoryBuilder;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLReadFeature;

/**
 * Jackson's parser without anchors, aliases, merge keys, tags and keys that are not text. It looks
 * at the events before Jackson does, because Jackson's tokens do not tell of every one of these: a
 * tag on the first key of a mapping is lost, and {@code !!int -} looks like the end of the input.
 */
final class StrictYamlParser extends YAMLParser {
  private static final ImplicitTuple NOT_PLAIN = new ImplicitTuple(false, true);

  private final Watcher watcher;
  private Optional<Mark> documentStart = Optional.empty();
  private boolean currentRefused;
  private boolean afterMergeKey;

  private StrictYamlParser(Factory factory, ObjectReadContext context, IOContext io, Reader text) {
    super(
        context,
        io,
        factory._getBufferRecycler(),
        context.getStreamReadFeatures(factory.streamReadFeatures()),
        context.getFormatReadFeatures(factory.formatReadFeatures()),
        factory.settings(),
        text);
    this.watcher = factory.watcher;
  }

  /** Is told of what the parser meets. */
  interface Watcher {
    /** The parser does not let through what stands at a place. */
    void refuse(Optional<Mark> place, String message, String hint);

    /** Lists and mappings are nested too deeply to go on. */
    RuntimeException tooDeep(Optional<Mark> place);

    /** The parser has come to the end of a scalar, or to either end of a list or mapping. */
    void progress();
  }

  static YAMLParser of(
      Reader text, StreamReadConstraints constraints, LoadSettings settings, Watcher watcher) {
    YAMLFactoryBuilder builder =
        YAMLFactory.builder()
            .streamReadConstraints(constraints)
            .loadSettings(settings)
            // Ours tells both places and reads on.
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(YAMLReadFeature.PARSE_OCTAL_NUMBERS)
            .disable(YAMLReadFeature.EMPTY_STRING_AS_NULL);
    return (YAMLParser) new Factory(builder, watcher).createParser(ObjectReadContext.empty(), text);
  }

  private static final class Factory extends YAMLFactory {
    private static final long serialVersionUID = 1L;
    private final transient Watcher watcher;

    Factory(YAMLFactoryBuilder builder, Watcher watcher) {
      super(builder);
      this.watcher = watcher;
    }

    LoadSettings settings() {
      return _loadSettings;
    }

    int streamReadFeatures() {
      return _streamReadFeatures;
    }

    int formatReadFeatures() {
      return _formatReadFeatures;
    }

    @Override
    protected YAMLParser _createParser(ObjectReadContext context, IOContext io, Reader text) {
      return new StrictYamlParser(this, context, io, text);
    }
  }

  /** Whether the current key or value was refused and stands for nothing. */
  boolean isCurrentRefused() {
    return currentRefused;
  }

  /** Where the document begins: at its {@code ---}, if it has one. */
  Optional<Mark> documentStart() {
    return documentStart;
  }

  @Override
  protected Event nextEvent() {
    Event event = super.nextEvent();
    watcher.progress();
    boolean key = _streamReadContext.inObject() && _currToken != JsonToken.PROPERTY_NAME;
    boolean merged = afterMergeKey;
    currentRefused = false;
    afterMergeKey = false;
    if (event instanceof DocumentStartEvent document) {
      documentStart = document.getStartMark();
      if (!document.getTags().isEmpty()) {
        refuseTag(event);
      }
    }
    if (!(event instanceof NodeEvent node)) {
      return event;
    }
    if (event instanceof AliasEvent) {
      if (!merged) {
        refuse(event, "YAML aliases (`*name`) are not supported.", "write the value out");
      }
      return placeholder(event);
    }
    if (node.getAnchor().isPresent()) {
      refuse(event, "YAML anchors (`&name`) are not supported.", "delete the anchor");
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar, key);
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    if (start.getTag().isPresent()) {
      refuseTag(start);
    }
    if (key) {
      refuse(event, "A key must be text, not a list or a mapping.", "write `key: value`");
      skip();
      return placeholder(event);
    }
    return event;
  }

  private Event scalar(ScalarEvent scalar, boolean key) {
    if (scalar.getTag().isPresent()) {
      refuseTag(scalar);
      // A tag says how to read a value, so that nobody knows what this one was to be.
      currentRefused = !key;
    } else if (key && scalar.isPlain() && scalar.getValue().equals("<<")) {
      refuse(scalar, "YAML merge keys (`<<`) are not supported.", "write the keys out");
      currentRefused = true;
      afterMergeKey = true;
    }
    if (scalar.getTag().isEmpty() && scalar.getAnchor().isEmpty()) {
      return scalar;
    }
    ImplicitTuple implicit = scalar.getTag().isPresent() ? NOT_PLAIN : scalar.getImplicit();
    return new ScalarEvent(
        Optional.empty(),
        Optional.empty(),
        implicit,
        scalar.getValue(),
        scalar.getScalarStyle(),
        scalar.getStartMark(),
        scalar.getEndMark());
  }

  /** Reads on to the end of the collection that has just begun. */
  private void skip() {
    for (int open = 1; open > 0; ) {
      Event event = super.nextEvent();
      watcher.progress();
      if (event instanceof CollectionStartEvent) {
        open++;
        if (open > Limits.MAX_NESTING) {
          throw watcher.tooDeep(event.getStartMark());
        }
      } else if (event instanceof CollectionEndEvent) {
        open--;
      }
    }
  }

  private ScalarEvent placeholder(Event event) {
    currentRefused = true;
    return new ScalarEvent(
        Optional.empty(),
        Optional.empty(),
        NOT_PLAIN,
        "",
        ScalarStyle.DOUBLE_QUOTED,
        event.getStartMark(),
        event.getEndMark());
  }

  private void refuseTag(Event event) {
    refuse(event, "YAML tags (`!name`) are not supported.", "delete the tag");
  }

  private void refuse(Event event, String message, String hint) {
    watcher.refuse(event.getStartMark(), message, hint);
  }

  /** Every spelling of null is one, also where YAML 1.2's JSON schema reads text. */
  @Override
  protected JsonToken _decodeScalar(ScalarEvent scalar) {
    JsonToken token = super._decodeScalar(scalar);
    boolean plain = scalar.isPlain() && scalar.getImplicit().canOmitTagInPlainScalar();
    return plain && isNull(scalar.getValue()) ? JsonToken.VALUE_NULL : token;
  }

  private static boolean isNull(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> true;
      default -> false;
    };
  }
}
