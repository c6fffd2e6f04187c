package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** The documents of one input, as tokens of a strictly configured parser. */
final class TokenSource {
  /** Far over the longest text that is allowed, so that our own message about it is the rule. */
  private static final int MAX_STRING = 1024 * 1024;

  /** The YAML parser copies a long text once for every buffer of it. */
  private static final int YAML_BUFFER = 1 << 16;

  /** Jackson counts the document as a level, and we tell first. */
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(Limits.MAX_NESTING + 10)
          .maxStringLength(MAX_STRING)
          .maxNameLength(MAX_STRING)
          .maxNumberLength(MAX_STRING)
          .build();

  private final Input input;
  private final Limits limits;

  TokenSource(Input input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  /**
   * Calls the consumer at the first token of each document, and adds what is wrong with the input
   * to the diagnostics. An error of syntax ends the input.
   *
   * @throws IOException if the input cannot be read at all
   */
  void forEachDocument(Diagnostics diagnostics, Consumer<NodeReader> consumer) throws IOException {
    Diagnostics ofInput = new Diagnostics();
    try (InputStream stream = input.content().open()) {
      SourceReader text = new SourceReader(input.name(), stream, limits);
      try {
        read(text, ofInput, consumer);
      } catch (UnreadableException e) {
        if (e.alone()) {
          e.diagnostics().forEach(diagnostics::add);
          return;
        }
        e.diagnostics().forEach(ofInput::add);
      }
      text.refused().forEach(ofInput::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    diagnostics.addAll(ofInput);
  }

  private void read(SourceReader text, Diagnostics diagnostics, Consumer<NodeReader> consumer) {
    try (JsonParser parser = parser(text, diagnostics)) {
      ParserPlaces places = new ParserPlaces(input, parser, text);
      try {
        boolean empty = true;
        while (parser.nextToken() != null) {
          empty = false;
          consumer.accept(new NodeReader(parser, places, diagnostics));
        }
        if (empty) {
          diagnostics.add(
              Diagnostic.error(
                      "empty-document",
                      Location.startOf(input.name()),
                      "The file holds no document.")
                  .withHint("begin it with apiVersion: " + DocumentReader.API_VERSION));
        }
      } catch (JacksonException e) {
        SyntaxErrors errors = new SyntaxErrors(places);
        diagnostics.add(input.format() == Format.JSON ? errors.json(e) : errors.yaml(e));
      }
    }
  }

  private JsonParser parser(SourceReader text, Diagnostics diagnostics) {
    if (input.format() == Format.JSON) {
      return JsonFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          // Ours tells both places and reads on.
          .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build()
          .createParser(ObjectReadContext.empty(), text);
    }
    // Our own limit comes first: no text has more code points than bytes.
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(YAML_BUFFER)
            .build();
    return StrictYamlParser.of(text, CONSTRAINTS, settings, new YamlWatcher(text, diagnostics));
  }

  private final class YamlWatcher implements StrictYamlParser.Watcher {
    private final SourceReader text;
    private final Diagnostics diagnostics;

    YamlWatcher(SourceReader text, Diagnostics diagnostics) {
      this.text = text;
      this.diagnostics = diagnostics;
    }

    @Override
    public void refuse(Optional<Mark> mark, String message, String hint) {
      diagnostics.add(Diagnostic.error("yaml-feature", place(mark), message).withHint(hint));
    }

    @Override
    public RuntimeException tooDeep(Optional<Mark> mark) {
      return NodeReader.tooDeep(place(mark));
    }

    @Override
    public void progress() {
      text.progress();
    }

    private Location place(Optional<Mark> mark) {
      return mark.map(m -> ParserPlaces.of(input, m, text)).orElse(Location.startOf(input.name()));
    }
  }
}
