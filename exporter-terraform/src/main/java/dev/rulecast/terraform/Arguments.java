package dev.rulecast.terraform;

import dev.rulecast.template.Code;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of one object in a map of a module, aligned as {@code terraform fmt} leaves them:
 * each run of lines has its own width, and what takes several lines interrupts a run.
 *
 * <p>Values are quoted here and not by the template, which has one way to print them all: a module
 * may have millions.
 */
public final class Arguments {
  /** How deep the templates indent arguments. */
  private static final String INDENT = "      ";

  private record Line(String name, String before, String value, String after, boolean several) {
    Code padded(int width) {
      StringBuilder line =
          new StringBuilder(width + 3 + before.length() + value.length() + after.length());
      line.append(name);
      for (int i = name.length(); i < width; i++) {
        line.append(' ');
      }
      return new Code(line.append(" = ").append(before).append(value).append(after).toString());
    }
  }

  private final List<Line> lines = new ArrayList<>();

  /** A text. */
  public Arguments text(String name, String value) {
    return add(new Line(name, "\"", Hcl.escape(value), "\"", false));
  }

  /** A list of texts, not empty; several have a line each. */
  public Arguments texts(String name, List<String> values) {
    if (values.size() == 1) {
      return add(new Line(name, "[\"", Hcl.escape(values.get(0)), "\"]", false));
    }
    StringBuilder items = new StringBuilder();
    for (String value : values) {
      items.append(INDENT).append("  \"").append(Hcl.escape(value)).append("\",\n");
    }
    return add(new Line(name, "[\n", items.toString(), INDENT + "]", true));
  }

  /** A number. */
  public Arguments number(String name, int value) {
    return code(name, Integer.toString(value));
  }

  /** An expression. */
  public Arguments code(String name, String expression) {
    return add(new Line(name, "", expression, "", false));
  }

  private Arguments add(Line line) {
    lines.add(line);
    return this;
  }

  /** A line {@code name = value} for each, in their order; several for a list of several. */
  public List<Code> aligned() {
    List<Code> aligned = new ArrayList<>(lines.size());
    int from = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).several) {
        align(lines.subList(from, i), aligned);
        align(lines.subList(i, i + 1), aligned);
        from = i + 1;
      }
    }
    align(lines.subList(from, lines.size()), aligned);
    return aligned;
  }

  private static void align(List<Line> run, List<Code> aligned) {
    int width = 0;
    for (Line line : run) {
      width = Math.max(width, line.name.length());
    }
    for (Line line : run) {
      aligned.add(line.padded(width));
    }
  }
}
