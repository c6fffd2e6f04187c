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

  private record Line(String name, String value, boolean takesSeveral) {
    Code padded(int width) {
      return new Code(name + " ".repeat(width - name.length()) + " = " + value);
    }
  }

  private final List<Line> lines = new ArrayList<>();

  /** A text. */
  public Arguments text(String name, String value) {
    return code(name, Hcl.quote(value));
  }

  /** A list of texts, not empty; several have a line each. */
  public Arguments texts(String name, List<String> values) {
    if (values.size() == 1) {
      return code(name, "[" + Hcl.quote(values.get(0)) + "]");
    }
    StringBuilder list = new StringBuilder("[\n");
    for (String value : values) {
      list.append(INDENT).append("  ").append(Hcl.quote(value)).append(",\n");
    }
    lines.add(new Line(name, list.append(INDENT).append(']').toString(), true));
    return this;
  }

  /** A number. */
  public Arguments number(String name, int value) {
    return code(name, Integer.toString(value));
  }

  /** An expression. */
  public Arguments code(String name, String expression) {
    lines.add(new Line(name, expression, false));
    return this;
  }

  /** A line {@code name = value} for each, in their order; several for a list of several. */
  public List<Code> aligned() {
    List<Code> aligned = new ArrayList<>(lines.size());
    int from = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).takesSeveral) {
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
