package dev.rulecast.azurensg;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A strict reader of Bicep, as far as network security groups need it. It knows less than the
 * compiler, and takes nothing that the compiler would not.
 *
 * <p>The syntax tree is made of maps with a {@code kind}, so that other parsers can give the same.
 */
final class BicepReader {
  private final String code;
  private final List<String> texts = new ArrayList<>();
  private int at;

  private BicepReader(String code) {
    this.code = code;
  }

  /** The statements of a file. */
  static List<Map<String, Object>> statements(String code) {
    return new BicepReader(code).statements();
  }

  /** Every text of a file that is not a key. */
  static List<String> texts(String code) {
    BicepReader reader = new BicepReader(code);
    reader.statements();
    return reader.texts;
  }

  /** A part of a syntax tree. */
  static Map<String, Object> node(String kind, Object... more) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("kind", kind);
    for (int i = 0; i < more.length; i += 2) {
      node.put((String) more[i], more[i + 1]);
    }
    return node;
  }

  private IllegalArgumentException wrong(String what) {
    int from = Math.max(0, at - 40);
    return new IllegalArgumentException(
        "%s: %s<here>%s"
            .formatted(
                what,
                code.substring(from, at),
                code.substring(at, Math.min(code.length(), at + 40))));
  }

  private List<Map<String, Object>> statements() {
    List<Map<String, Object>> statements = new ArrayList<>();
    Set<String> names = new HashSet<>();
    lines();
    while (at < code.length()) {
      Map<String, Object> statement = statement();
      boolean symbol = !List.of("metadata", "output").contains(statement.get("kind"));
      if (symbol && !names.add((String) statement.get("name"))) {
        throw wrong("Declared twice: " + statement.get("name"));
      }
      statements.add(statement);
      endOfLine();
      lines();
    }
    return statements;
  }

  private Map<String, Object> statement() {
    List<Object> decorators = new ArrayList<>();
    while (skip("@")) {
      decorators.add(primary());
      endOfLine();
      lines();
    }
    String keyword = word();
    spaces();
    String name = word();
    spaces();
    Map<String, Object> statement = node(keyword, "name", name, "decorators", decorators);
    switch (keyword) {
      case "metadata", "var" -> {
        expect("= ");
        statement.put("value", expression());
      }
      case "param" -> {
        statement.put("type", word());
        if (skip(" = ")) {
          statement.put("value", expression());
        }
      }
      case "resource" -> {
        statement.put("type", plain());
        statement.put("existing", skip(" existing"));
        expect(" = ");
        statement.put("value", sees("[") ? loop() : expression());
      }
      case "output" -> {
        statement.put("type", word());
        expect(" = ");
        statement.put("value", expression());
      }
      default -> throw wrong("An unknown statement " + keyword);
    }
    return statement;
  }

  private Map<String, Object> loop() {
    expect("[");
    lines();
    expect("for ");
    String variable = word();
    expect(" in ");
    Object items = expression();
    expect(": ");
    Object body = expression();
    lines();
    expect("]");
    return node("for", "variable", variable, "items", items, "body", body);
  }

  private Object expression() {
    Object condition = and();
    if (!skip(" ? ")) {
      return condition;
    }
    Object yes = expression();
    expect(" : ");
    return node("choice", "condition", condition, "yes", yes, "no", expression());
  }

  private Object and() {
    Object left = comparison();
    while (skip(" && ")) {
      left = node("binary", "operator", "&&", "left", left, "right", comparison());
    }
    return left;
  }

  private Object comparison() {
    Object left = unary();
    for (String operator : List.of("==", ">")) {
      if (skip(" " + operator + " ")) {
        return node("binary", "operator", operator, "left", left, "right", unary());
      }
    }
    return left;
  }

  private Object unary() {
    return skip("!") ? node("not", "operand", unary()) : primary();
  }

  private Object primary() {
    Object value;
    if (skip("(")) {
      value = expression();
      expect(")");
    } else if (sees("'")) {
      value = string();
    } else if (sees("{")) {
      value = object();
    } else if (sees("[")) {
      value = array();
    } else if (Character.isDigit(code.charAt(at))) {
      value = node("number", "value", Integer.parseInt(word()));
    } else {
      String name = word();
      if (skip(" => ")) {
        return node("lambda", "parameter", name, "body", expression());
      }
      value =
          sees("(")
              ? node("call", "name", name, "arguments", arguments())
              : node("name", "name", name);
    }
    while (skip(".")) {
      value = node("member", "object", value, "name", word());
    }
    return value;
  }

  private List<Object> arguments() {
    List<Object> arguments = new ArrayList<>();
    expect("(");
    while (!skip(")")) {
      if (!arguments.isEmpty()) {
        expect(", ");
      }
      arguments.add(expression());
    }
    return arguments;
  }

  private Map<String, Object> array() {
    List<Object> items = new ArrayList<>();
    expect("[");
    endOfLine();
    lines();
    while (!skip("]")) {
      items.add(expression());
      endOfLine();
      lines();
    }
    return node("array", "items", items);
  }

  private Map<String, Object> object() {
    List<Object> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    expect("{");
    if (skip("}")) {
      return node("object", "entries", entries);
    }
    endOfLine();
    lines();
    while (!skip("}")) {
      String key = sees("'") ? plain() : word();
      if (!keys.add(key)) {
        throw wrong("Twice the key " + key);
      }
      expect(": ");
      entries.add(node("entry", "key", key, "value", expression()));
      endOfLine();
      lines();
    }
    return node("object", "entries", entries);
  }

  /** A text in which nothing is interpolated, and which is not for people. */
  private String plain() {
    Map<String, Object> string = string();
    List<?> parts = (List<?>) string.get("parts");
    texts.remove(texts.size() - 1);
    if (parts.size() != 1 || !(parts.get(0) instanceof String text)) {
      throw wrong("Not a plain text");
    }
    return text;
  }

  private Map<String, Object> string() {
    List<Object> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    StringBuilder whole = new StringBuilder();
    expect("'");
    while (!skip("'")) {
      if (at == code.length() || code.charAt(at) == '\n' || code.charAt(at) == '\r') {
        throw wrong("A text does not end on its line");
      }
      if (skip("${")) {
        add(parts, text);
        parts.add(expression());
        expect("}");
      } else {
        int character = character();
        text.appendCodePoint(character);
        whole.appendCodePoint(character);
      }
    }
    add(parts, text);
    if (parts.isEmpty()) {
      throw wrong("An empty text");
    }
    texts.add(whole.toString());
    return node("string", "parts", parts);
  }

  private static void add(List<Object> parts, StringBuilder text) {
    if (!text.isEmpty()) {
      parts.add(text.toString());
      text.setLength(0);
    }
  }

  private int character() {
    int c = code.codePointAt(at);
    at += Character.charCount(c);
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) {
      throw wrong("A control character");
    }
    if (c != '\\') {
      return c;
    }
    char escaped = code.charAt(at++);
    return switch (escaped) {
      case '\\', '\'', '$' -> escaped;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        expect("{");
        int end = code.indexOf('}', at);
        int point = Integer.parseInt(code.substring(at, end), 16);
        at = end + 1;
        yield point;
      }
      default -> throw wrong("An unknown escape");
    };
  }

  private String word() {
    int start = at;
    while (at < code.length() && isPartOfWord(code.charAt(at))) {
      at++;
    }
    if (start == at) {
      throw wrong("No word");
    }
    return code.substring(start, at);
  }

  private static boolean isPartOfWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private boolean sees(String text) {
    return code.startsWith(text, at);
  }

  private boolean skip(String text) {
    boolean there = sees(text);
    at += there ? text.length() : 0;
    return there;
  }

  private void expect(String text) {
    if (!skip(text)) {
      throw wrong("No " + text);
    }
  }

  private void spaces() {
    while (skip(" ")) {}
  }

  private void endOfLine() {
    spaces();
    if (!sees("\n")) {
      throw wrong("The line does not end");
    }
  }

  /** Skips white space and comments. */
  private void lines() {
    while (at < code.length()) {
      if (skip("//")) {
        while (!sees("\n")) {
          if (code.charAt(at) < 0x20) {
            throw wrong("A control character in a comment");
          }
          at++;
        }
      } else if (!skip("\n") && !skip(" ")) {
        return;
      }
    }
  }
}
