package dev.rulecast.importer;

import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * What brackets cost the parser of Markdown. A closing bracket may end a link, and the parser
 * copies the text of each from its opening bracket on: brackets inside brackets take time that
 * grows with the square of their number, and a document of a few megabytes would take hours.
 */
final class BracketCost implements InlineParser {
  /** So many characters may be copied for a document; what people write needs a thousandth. */
  private static final long MAX_CHARS = 1L << 29;

  private long chars;
  private Optional<Integer> line = Optional.empty();

  private BracketCost() {}

  /**
   * The line, counted from 0, where the text begins whose brackets are too much; absent if the
   * document can be parsed.
   *
   * @param parser finds the blocks of the document, with their places
   */
  static Optional<Integer> tooMuch(String document, Parser.Builder parser) {
    long brackets = document.chars().filter(c -> c == ']').count();
    if (brackets * document.length() <= MAX_CHARS) {
      return Optional.empty();
    }
    BracketCost cost = new BracketCost();
    parser.inlineParserFactory(context -> cost).build().parse(document);
    return cost.line;
  }

  /** Counts, and parses nothing. */
  @Override
  public void parse(SourceLines text, Node block) {
    chars += cost(text.getLines());
    if (chars > MAX_CHARS && line.isEmpty()) {
      List<SourceSpan> spans = text.getSourceSpans();
      line = Optional.of(spans.isEmpty() ? 0 : spans.get(0).getLineIndex());
    }
  }

  /** From the first opening bracket to each closing one: no bracket before it can be the other. */
  private static long cost(List<SourceLine> lines) {
    long cost = 0;
    long open = 0;
    for (SourceLine one : lines) {
      CharSequence content = one.getContent();
      for (int i = 0; i < content.length(); i++) {
        open += open > 0 || content.charAt(i) == '[' ? 1 : 0;
        cost += content.charAt(i) == ']' ? open : 0;
      }
    }
    return cost;
  }
}
