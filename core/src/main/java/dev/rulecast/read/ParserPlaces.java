package dev.rulecast.read;

import dev.rulecast.diagnostic.Location;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;

/** A parser's places as ours, whose columns count UTF-16 units. */
final class ParserPlaces implements SyntaxErrors.Places {
  private final Input input;
  private final JsonParser parser;
  private final SourceReader text;

  ParserPlaces(Input input, JsonParser parser, SourceReader text) {
    this.input = input;
    this.parser = parser;
    this.text = text;
  }

  /** A place that the YAML parser tells. */
  static Location of(Input input, Mark mark, SourceReader text) {
    int line = mark.getLine() + 1;
    return new Location(input.name(), line, text.column(line, mark.getColumn() + 1));
  }

  @Override
  public Location current() {
    return of(parser.currentTokenLocation());
  }

  @Override
  public Location container() {
    return of(
        parser.streamReadContext().startLocation(parser.currentLocation().contentReference()));
  }

  /** Where the parser's current document begins. */
  Location document() {
    return parser instanceof StrictYamlParser yaml
        ? yaml.documentStart().map(this::of).orElseGet(this::current)
        : current();
  }

  @Override
  public Location of(JacksonException e) {
    return Optional.ofNullable(e.getLocation()).map(this::of).orElseGet(this::current);
  }

  @Override
  public Location of(Mark mark) {
    return of(input, mark, text);
  }

  private Location of(TokenStreamLocation location) {
    int line = location.getLineNr();
    int column = location.getColumnNr();
    if (line < 1 || column < 1) {
      return Location.startOf(input.name());
    }
    // Jackson's JSON parser counts UTF-16 units itself.
    int units = input.format() == Format.JSON ? column : text.column(line, column);
    return new Location(input.name(), line, units);
  }
}
