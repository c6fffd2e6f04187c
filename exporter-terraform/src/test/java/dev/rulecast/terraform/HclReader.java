package dev.rulecast.terraform;

import dev.rulecast.terraform.hcl.Escape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads the tokens of HCL (native syntax specification) strictly, and keeps the texts. Shares no
 * code with {@link Hcl}. An interpolation stands in a text as {@code ${…}}; the texts inside one
 * count as texts too.
 */
final class HclReader {
  private static final String PUNCTUATION = "{}[]()=<>!&|+-*/%?:,.";

  private final String source;
  private final List<String> texts = new ArrayList<>();
  private int at;

  private HclReader(String source) {
    this.source = source;
  }

  /** Every text of a file, decoded, in its order; an error if the file is not valid. */
  static List<String> texts(String source) {
    HclReader reader = new HclReader(source);
    reader.code("");
    return reader.texts;
  }

  /** Reads code up to the closing bracket, or to the end. */
  private void code(String until) {
    Deque<Character> open = new ArrayDeque<>();
    while (at < source.length()) {
      char c = source.charAt(at);
      if (open.isEmpty() && !until.isEmpty() && source.startsWith(until, at)) {
        at += until.length();
        return;
      }
      if (c == '#' || source.startsWith("//", at)) {
        comment();
      } else if (c == '"') {
        texts.add(text());
      } else if (source.startsWith("<<", at) || source.startsWith("/*", at)) {
        throw error("a heredoc or block comment, which this exporter does not write");
      } else if (c == ' ' || c == '\n' || Character.isLetterOrDigit(c) || c == '_') {
        at++;
      } else if (c < 0x80 && PUNCTUATION.indexOf(c) >= 0) {
        bracket(open, c);
        at++;
      } else {
        throw error("the character U+%04X outside a text".formatted((int) c));
      }
    }
    if (!open.isEmpty() || !until.isEmpty()) {
      throw error("an end with open brackets");
    }
  }

  private void comment() {
    while (at < source.length() && source.charAt(at) != '\n') {
      if (source.charAt(at) < ' ') {
        throw error("a control character in a comment");
      }
      at++;
    }
  }

  private void bracket(Deque<Character> open, char c) {
    if ("{[(".indexOf(c) >= 0) {
      open.push(c);
    } else if ("}])".indexOf(c) >= 0) {
      int kind = "}])".indexOf(c);
      if (open.isEmpty() || open.pop() != "{[(".charAt(kind)) {
        throw error("a closing bracket too many");
      }
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    at++;
    while (true) {
      if (at >= source.length() || source.charAt(at) == '\n') {
        throw error("a text that does not end on its line");
      }
      char c = source.charAt(at);
      if (c == '"') {
        at++;
        return text.toString();
      }
      if (c < ' ') {
        throw error("a control character in a text");
      }
      if (source.startsWith("$${", at) || source.startsWith("%%{", at)) {
        text.append(c).append('{');
        at += 3;
      } else if (source.startsWith("${", at)) {
        at += 2;
        code("}");
        text.append("${…}");
      } else if (source.startsWith("%{", at)) {
        throw error("a directive, which this exporter does not write");
      } else if (c == '\\') {
        text.appendCodePoint(escape());
      } else {
        text.append(c);
        at++;
      }
    }
  }

  private int escape() {
    Escape escape =
        Escape.at(source, at).orElseThrow(() -> error("an escape that HCL does not have"));
    at += escape.length();
    return escape.codePoint();
  }

  private IllegalArgumentException error(String what) {
    long line = source.substring(0, Math.min(at, source.length())).lines().count();
    return new IllegalArgumentException("line " + line + " has " + what);
  }
}
