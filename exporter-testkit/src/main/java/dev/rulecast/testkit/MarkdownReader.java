package dev.rulecast.testkit;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** The texts that a reader of a Markdown file sees: paragraphs, items and table cells. */
public final class MarkdownReader extends AbstractVisitor {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private final List<String> texts = new ArrayList<>();
  private StringBuilder text = new StringBuilder();

  /** Every text of a file, in its order. */
  public static List<String> texts(String source) {
    MarkdownReader reader = new MarkdownReader();
    PARSER.parse(source).accept(reader);
    return reader.texts;
  }

  @Override
  public void visit(Paragraph paragraph) {
    collect(paragraph);
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof TableCell) {
      collect(node);
    } else {
      visitChildren(node);
    }
  }

  private void collect(Node node) {
    text = new StringBuilder();
    visitChildren(node);
    texts.add(text.toString());
  }

  @Override
  public void visit(Text node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(Code code) {
    text.append(code.getLiteral());
  }

  @Override
  public void visit(HtmlInline html) {
    if (!html.getLiteral().equals("<br>")) {
      throw new IllegalArgumentException("The Markdown has the HTML " + html.getLiteral());
    }
    text.append('\n');
  }

  @Override
  public void visit(SoftLineBreak soft) {
    text.append(' ');
  }
}
