package dev.rulecast.importer;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Finds the tables of a Markdown document, and what is said around them. The limits are far above
 * what people write; they bound memory and time on documents that are made to be slow, as do {@link
 * SourceText#MAX_MARKDOWN_BYTES} and {@link BracketCost}.
 */
final class MarkdownReader {
  /** A short row is filled up to the width of its header, so that wide headers cost memory. */
  static final int MAX_COLUMNS = 200;

  /** The most cells of all tables, those with which short rows are filled up included. */
  static final int MAX_CELLS = 1_000_000;

  /** The most tables. */
  static final int MAX_TABLES = 10_000;

  /** What is said before a table or a list is looked at for each of them: so many characters. */
  private static final long MAX_CHARS_BEFORE = 1L << 28;

  /** Nesting that nobody writes, and that costs time and stack. */
  private static final int MAX_NESTING = 50;

  private final String file;
  private final SourceText text;
  private final List<String> lines;
  private final List<Table> tables = new ArrayList<>();
  private final List<RuleList> lists = new ArrayList<>();
  private final List<Document.Lost> lost = new ArrayList<>();
  private Section section;
  private long charsBefore;

  private MarkdownReader(String file, SourceText text, Section root) {
    this.file = file;
    this.text = text;
    this.lines = text.lines();
    this.section = root;
  }

  /** Reads a document, or reports why it cannot be read. */
  static Optional<Document> read(ImportSource source, SourceText text, Diagnostics diagnostics) {
    FrontMatter front = FrontMatter.of(text);
    MarkdownReader reader =
        new MarkdownReader(source.name(), text, Section.root(front.title().orElse(source.stem())));
    return reader.read(front, diagnostics);
  }

  private Optional<Document> read(FrontMatter front, Diagnostics diagnostics) {
    try {
      for (int line = front.lines(); line < lines.size(); line++) {
        if (DelimiterRow.columns(lines.get(line)) > MAX_COLUMNS) {
          throw tooMuch(
              "columns", line, "The table here has more than %s columns.".formatted(MAX_COLUMNS));
        }
      }
      String document = front.without(text);
      Optional<Integer> brackets = BracketCost.tooMuch(document, parser());
      if (brackets.isPresent()) {
        throw tooMuch(
            "brackets",
            brackets.get(),
            "With the text here the document has too many square brackets in long texts.");
      }
      visit(parse(document));
      return Optional.of(new Document(tables, lists, lost));
    } catch (TooMuchException e) {
      diagnostics.add(e.diagnostic);
      return Optional.empty();
    }
  }

  private Node parse(String document) {
    try {
      return parser().build().parse(document);
    } catch (IllegalArgumentException e) {
      // The parser has no other way to say so.
      if (e.getMessage() == null || !e.getMessage().contains("maxCells")) {
        throw e;
      }
      throw tooMuch(
          "cells", 0, "The tables of the document have more than %s cells.".formatted(MAX_CELLS));
    }
  }

  /** The document is more than is read. */
  private static final class TooMuchException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;

    TooMuchException(Diagnostic diagnostic) {
      super(diagnostic.message(), null, false, false);
      this.diagnostic = diagnostic;
    }
  }

  private TooMuchException tooMuch(String what, int line, String message) {
    return new TooMuchException(
        Diagnostic.error("too-many-" + what, new Location(file, line + 1, 1), message)
            .withHint("delete it, or import the other tables from a copy without it"));
  }

  private static Parser.Builder parser() {
    return Parser.builder()
        .extensions(List.of(TablesExtension.builder().maxCells(MAX_CELLS).build()))
        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
        .maxOpenBlockParsers(MAX_NESTING)
        .maxInlineNesting(MAX_NESTING);
  }

  private void visit(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof TableBlock table) {
        count(table, tables.size() == MAX_TABLES);
        tables.add(
            new MarkdownTables(file, lines).table(table, section, section.size(), place(table)));
      } else if (node instanceof Heading heading) {
        section = section.next(heading.getLevel(), title(heading));
      } else if (node instanceof Paragraph paragraph) {
        paragraph(paragraph);
      } else if (node instanceof HtmlBlock html) {
        html(html);
      } else if (node instanceof ListBlock list) {
        list(list);
        visit(node);
      } else if (node instanceof Block) {
        visit(node);
      }
    }
  }

  /** Counts what is said before a table or list, which is looked at again for each. */
  private void count(Node node, boolean oneTooMany) {
    charsBefore += section.charsSoFar();
    if (oneTooMany || charsBefore > MAX_CHARS_BEFORE) {
      throw tooMuch(
          "tables", line(node), "The document has too many tables and lists up to the one here.");
    }
  }

  /** A heading without its attributes, such as {@code {#anchor}}. */
  private String title(Heading heading) {
    String title = Inlines.of(heading).cell(place(heading)).line();
    int brace = title.lastIndexOf('{');
    boolean attributes = brace > 0 && title.endsWith("}");
    return attributes ? title.substring(0, brace).strip() : title;
  }

  private void paragraph(Paragraph paragraph) {
    Prose prose = prose(paragraph);
    int start = line(paragraph);
    int end = start + paragraph.getSourceSpans().size();
    for (int line = start + 1; line < end; line++) {
      if (DelimiterRow.columns(lines.get(line)) > 0 && lines.get(line - 1).indexOf('|') >= 0) {
        lost.add(
            new Document.Lost(
                new Prose(prose.text(), new Location(file, line, 1)),
                "This is no table, because the line of hyphens has not as many columns as the header.",
                "give both lines the same number of columns"));
        break;
      }
    }
    section.add(prose);
  }

  private void html(HtmlBlock html) {
    if (html.getLiteral().toLowerCase(Locale.ROOT).contains("<table")) {
      lost.add(
          new Document.Lost(
              new Prose(html.getLiteral(), place(html)),
              "This is a table in HTML, which rulecast does not read.",
              "write it as a Markdown table, or as CSV"));
    }
  }

  /** Keeps a list whose paragraph before it says what it is. */
  private void list(ListBlock list) {
    if (!(list.getPrevious() instanceof Paragraph paragraph)) {
      return;
    }
    Prose intro = prose(paragraph);
    if (!intro.text().endsWith(":")) {
      return;
    }
    List<Prose> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      boolean plain = item.getFirstChild() instanceof Paragraph only && only.getNext() == null;
      if (!plain) {
        return;
      }
      items.add(prose((Paragraph) item.getFirstChild()));
    }
    count(list, false);
    lists.add(new RuleList(section, section.size(), intro, items));
  }

  private Prose prose(Paragraph paragraph) {
    Location place = place(paragraph);
    return new Prose(Inlines.of(paragraph).cell(place).line(), place);
  }

  private int line(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? 0 : spans.get(0).getLineIndex();
  }

  private Location place(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty()
        ? Location.startOf(file)
        : new Location(file, spans.get(0).getLineIndex() + 1, spans.get(0).getColumnIndex() + 1);
  }
}
