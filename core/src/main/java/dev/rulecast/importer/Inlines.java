package dev.rulecast.importer;

import dev.rulecast.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * What a reader sees of a cell, heading or paragraph. HTML that only lays out is left out; other
 * HTML stays as it is written, since it may change what the text means: a number that is struck
 * out, or a footnote behind a port.
 */
final class Inlines {
  private static final Set<String> BREAKS = Set.of("br", "p", "li", "ul", "ol", "div");
  private static final Set<String> PLAIN =
      Set.of("b", "strong", "i", "em", "code", "span", "a", "tt", "kbd", "u", "nobr", "wbr");

  private final StringBuilder text = new StringBuilder();
  private final List<Cell.Link> links = new ArrayList<>();

  private Inlines() {}

  static Inlines of(Node parent) {
    Inlines inlines = new Inlines();
    inlines.walk(parent);
    return inlines;
  }

  Cell cell(Location location) {
    return Cell.of(text.toString(), links, location);
  }

  /** Without recursion, since emphasis can be nested deeply. */
  private void walk(Node parent) {
    Node node = parent.getFirstChild();
    List<Integer> linkStarts = new ArrayList<>();
    while (node != null) {
      enter(node, linkStarts);
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        continue;
      }
      leave(node, linkStarts);
      while (node.getNext() == null) {
        node = node.getParent();
        if (node == null || node.equals(parent)) {
          return;
        }
        leave(node, linkStarts);
      }
      node = node.getNext();
    }
  }

  private void enter(Node node, List<Integer> linkStarts) {
    if (node instanceof Text plain) {
      text.append(plain.getLiteral());
    } else if (node instanceof Code code) {
      text.append(code.getLiteral());
    } else if (node instanceof HtmlInline html) {
      html(html.getLiteral());
    } else if (node instanceof SoftLineBreak) {
      text.append(' ');
    } else if (node instanceof HardLineBreak) {
      text.append('\n');
    } else if (node instanceof Link) {
      linkStarts.add(text.length());
    }
  }

  private void leave(Node node, List<Integer> linkStarts) {
    if (node instanceof Link link) {
      int start = linkStarts.remove(linkStarts.size() - 1);
      links.add(new Cell.Link(Words.tidy(text.substring(start)), link.getDestination()));
    }
  }

  private void html(String tag) {
    if (tag.startsWith("<!--")) {
      return;
    }
    String name = name(tag);
    if (BREAKS.contains(name)) {
      text.append('\n');
    } else if (!PLAIN.contains(name)) {
      text.append(tag);
    }
  }

  private static String name(String tag) {
    int start = tag.startsWith("</") ? 2 : 1;
    int end = start;
    while (end < tag.length() && Character.isLetterOrDigit(tag.charAt(end))) {
      end++;
    }
    return tag.substring(Math.min(start, tag.length()), end).toLowerCase(Locale.ROOT);
  }
}
