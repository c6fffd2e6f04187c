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

/** Finds the tables of a Markdown document, and what is said around them. */
final class MarkdownReader {
  /** A short row is filled up to the width of its header, so that wide headers cost memory. */
  static final int MAX_COLUMNS = 200;

  /** Nesting that nobody writes, and that costs time and stack. */
  private static final int MAX_NESTING = 50;

  private final String file;
  private final SourceText text;
  private final List<String> lines;
  private final List<Table> tables = new ArrayList<>();
  private final List<RuleList> lists = new ArrayList<>();
  private final List<Document.Lost> lost = new ArrayList<>();
  private Section section;

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
    for (int line = front.lines(); line < lines.size(); line++) {
      if (DelimiterRow.columns(lines.get(line)) > MAX_COLUMNS) {
        diagnostics.add(
            Diagnostic.error(
                    "too-many-columns",
                    new Location(file, line + 1, 1),
                    "The table here has more than " + MAX_COLUMNS + " columns.")
                .withHint("delete it, or import the other tables from a copy without it"));
        return Optional.empty();
      }
    }
    Parser parser =
        Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(MAX_NESTING)
            .maxInlineNesting(MAX_NESTING)
            .build();
    visit(parser.parse(front.without(text)));
    return Optional.of(new Document(tables, lists, lost));
  }

  private void visit(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof TableBlock table) {
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
