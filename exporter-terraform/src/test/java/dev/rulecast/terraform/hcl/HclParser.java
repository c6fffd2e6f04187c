package dev.rulecast.terraform.hcl;

import dev.rulecast.terraform.hcl.Expression.Attribute;
import dev.rulecast.terraform.hcl.Expression.Binary;
import dev.rulecast.terraform.hcl.Expression.Call;
import dev.rulecast.terraform.hcl.Expression.Choice;
import dev.rulecast.terraform.hcl.Expression.Constant;
import dev.rulecast.terraform.hcl.Expression.Field;
import dev.rulecast.terraform.hcl.Expression.Fields;
import dev.rulecast.terraform.hcl.Expression.ForFields;
import dev.rulecast.terraform.hcl.Expression.ForItems;
import dev.rulecast.terraform.hcl.Expression.Index;
import dev.rulecast.terraform.hcl.Expression.Items;
import dev.rulecast.terraform.hcl.Expression.Loop;
import dev.rulecast.terraform.hcl.Expression.Name;
import dev.rulecast.terraform.hcl.Expression.Not;
import dev.rulecast.terraform.hcl.Expression.Null;
import dev.rulecast.terraform.hcl.Expression.Template;
import dev.rulecast.terraform.hcl.Expression.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Reads HCL (native syntax specification) strictly, so far as the exporters write it; everything
 * else is refused: heredocs, directives, splats, other operators. Shares no code with the
 * exporters.
 */
final class HclParser {
  /** From the weakest to the strongest. */
  private static final List<List<String>> OPERATORS =
      List.of(List.of("||"), List.of("&&"), List.of("=="), List.of("<=", "<", ">"), List.of("+"));

  private static final Expression ALWAYS = new Constant(true);

  private final String source;
  private int at;

  /** Whether a line feed is white space, as it is between round and square brackets. */
  private boolean freeLines;

  private HclParser(String source) {
    this.source = source;
  }

  /** The blocks of a file. */
  static List<Block> blocks(String source) {
    HclParser parser = new HclParser(source);
    Block file = parser.body("file", List.of(), false);
    if (!file.attributes().isEmpty()) {
      throw new HclException("Attributes outside blocks: " + file.attributes().keySet());
    }
    return file.blocks();
  }

  private HclException error(String what) {
    long line =
        source.substring(0, Math.min(at, source.length())).chars().filter(c -> c == '\n').count();
    return new HclException("line " + (line + 1) + ": " + what);
  }

  private char peek() {
    return at < source.length() ? source.charAt(at) : '\0';
  }

  private boolean take(String text) {
    if (source.startsWith(text, at)) {
      at += text.length();
      return true;
    }
    return false;
  }

  private void need(String text) {
    if (!take(text)) {
      throw error("expected " + text + " before '" + peek() + "'");
    }
  }

  /** Skips what means nothing. */
  private void space() {
    while (at < source.length()) {
      char c = peek();
      if (c == '#') {
        while (at < source.length() && peek() != '\n') {
          at++;
        }
      } else if (c == ' ' || (c == '\n' && freeLines)) {
        at++;
      } else {
        return;
      }
    }
  }

  private void lines() {
    space();
    while (peek() == '\n') {
      at++;
      space();
    }
  }

  private String identifier() {
    int start = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '_') {
      at++;
    }
    if (start == at || Character.isDigit(source.charAt(start))) {
      throw error("expected a name");
    }
    return source.substring(start, at);
  }

  private Block body(String type, List<String> labels, boolean inBraces) {
    LinkedHashMap<String, Expression> attributes = new LinkedHashMap<>();
    List<Block> blocks = new ArrayList<>();
    while (true) {
      lines();
      if (inBraces ? take("}") : at >= source.length()) {
        return new Block(type, labels, attributes, blocks);
      }
      String name = identifier();
      space();
      if (take("=")) {
        space();
        if (attributes.put(name, expression()) != null) {
          throw error(name + " occurs twice");
        }
      } else {
        blocks.add(block(name));
      }
      space();
      if (at < source.length()) {
        need("\n");
      }
    }
  }

  private Block block(String type) {
    List<String> labels = new ArrayList<>();
    while (peek() == '"') {
      if (!(template() instanceof Text label)) {
        throw error("an interpolated label");
      }
      labels.add(label.text());
      space();
    }
    need("{");
    space();
    need("\n");
    return body(type, List.copyOf(labels), true);
  }

  private Expression expression() {
    Expression condition = binary(0);
    space();
    if (!take("?")) {
      return condition;
    }
    space();
    Expression yes = expression();
    space();
    need(":");
    space();
    return new Choice(condition, yes, expression());
  }

  private Expression binary(int strength) {
    if (strength == OPERATORS.size()) {
      return unary();
    }
    Expression left = binary(strength + 1);
    while (true) {
      space();
      String operator = "";
      for (String candidate : OPERATORS.get(strength)) {
        operator = operator.isEmpty() && take(candidate) ? candidate : operator;
      }
      if (operator.isEmpty()) {
        return left;
      }
      space();
      left = new Binary(operator, left, binary(strength + 1));
    }
  }

  private Expression unary() {
    if (take("!")) {
      return new Not(unary());
    }
    Expression value = primary();
    while (true) {
      Expression from = value;
      if (take(".")) {
        value = new Attribute(from, identifier());
      } else if (peek() == '[') {
        value = nested("[", "]", true, () -> new Index(from, expression()));
      } else {
        return value;
      }
    }
  }

  private Expression primary() {
    char c = peek();
    if (c == '"') {
      return template();
    }
    if (Character.isDigit(c) || c == '-') {
      int start = at++;
      while (Character.isDigit(peek())) {
        at++;
      }
      return new Constant(Integer.valueOf(source.substring(start, at)));
    }
    if (c == '(') {
      return nested("(", ")", true, this::expression);
    }
    if (c == '[') {
      return nested("[", "]", true, this::items);
    }
    if (c == '{') {
      return nested("{", "}", false, this::fields);
    }
    String name = identifier();
    if (peek() == '(') {
      return nested("(", ")", true, () -> new Call(name, list(")")));
    }
    return switch (name) {
      case "true", "false" -> new Constant(name.equals("true"));
      case "null" -> new Null();
      default -> new Name(name);
    };
  }

  /** Something that reads a part of the source. */
  private interface Part {
    Expression read();
  }

  private Expression nested(String open, String close, boolean withFreeLines, Part part) {
    boolean before = freeLines;
    need(open);
    freeLines = withFreeLines;
    space();
    Expression inside = part.read();
    lines();
    need(close);
    freeLines = before;
    return inside;
  }

  private List<Expression> list(String end) {
    List<Expression> items = new ArrayList<>();
    space();
    while (!source.startsWith(end, at)) {
      items.add(expression());
      space();
      if (!source.startsWith(end, at)) {
        need(",");
        space();
      }
    }
    return List.copyOf(items);
  }

  private boolean takeFor() {
    return take("for ");
  }

  private Expression items() {
    if (!takeFor()) {
      return new Items(list("]"));
    }
    Loop loop = loop();
    Expression newValue = expression();
    return new ForItems(loop, newValue, condition());
  }

  private Loop loop() {
    space();
    String key = "";
    String value = identifier();
    if (take(",")) {
      space();
      key = value;
      value = identifier();
    }
    space();
    need("in ");
    space();
    Expression collection = expression();
    space();
    need(":");
    space();
    return new Loop(key, value, collection);
  }

  private Expression condition() {
    space();
    if (!take("if ")) {
      return ALWAYS;
    }
    space();
    return expression();
  }

  private Expression fields() {
    lines();
    if (takeFor()) {
      freeLines = true;
      return forFields();
    }
    List<Field> fields = new ArrayList<>();
    while (peek() != '}') {
      Expression key = peek() == '"' ? template() : new Text(identifier());
      space();
      need("=");
      space();
      fields.add(new Field(key, expression()));
      space();
      if (peek() != '}') {
        need(peek() == ',' ? "," : "\n");
        lines();
      }
    }
    return new Fields(List.copyOf(fields));
  }

  private Expression forFields() {
    Loop loop = loop();
    Expression newKey = expression();
    space();
    need("=>");
    space();
    Expression newValue = expression();
    return new ForFields(loop, newKey, newValue, condition());
  }

  private Expression template() {
    List<Expression> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    need("\"");
    while (!take("\"")) {
      char c = peek();
      if (c < ' ' || source.startsWith("%{", at)) {
        throw error("a text that does not end on its line, or a directive");
      }
      if (take("$${") || take("%%{")) {
        text.append(c).append('{');
      } else if (source.startsWith("${", at)) {
        parts.add(new Text(text.toString()));
        text.setLength(0);
        parts.add(nested("${", "}", true, this::expression));
      } else if (c == '\\') {
        text.appendCodePoint(escape());
      } else {
        text.append(c);
        at++;
      }
    }
    if (parts.isEmpty()) {
      return new Text(text.toString());
    }
    parts.add(new Text(text.toString()));
    return new Template(List.copyOf(parts));
  }

  private int escape() {
    Escape escape =
        Escape.at(source, at).orElseThrow(() -> error("an escape that HCL does not have"));
    at += escape.length();
    return escape.codePoint();
  }
}
