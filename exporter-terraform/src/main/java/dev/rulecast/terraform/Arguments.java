package dev.rulecast.terraform;

import dev.rulecast.template.Code;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of one block, aligned as {@code terraform fmt} leaves them: each run of lines has
 * its own width, and what takes several lines interrupts a run.
 */
public final class Arguments {
  private static final Code NO_CODE = new Code("");

  private record Line(String name, String text, List<String> texts, Code code) {
    boolean takesSeveralLines() {
      return texts.size() > 1;
    }

    ArgumentView padded(int width) {
      String padding = " ".repeat(width - name.length());
      return new ArgumentView(new Code(name + padding), text, texts, code);
    }
  }

  private final List<Line> lines = new ArrayList<>();

  /** A text, not empty. */
  public Arguments text(String name, String value) {
    return add(new Line(name, value, List.of(), NO_CODE));
  }

  /** A list of texts, not empty. */
  public Arguments texts(String name, List<String> values) {
    return add(new Line(name, "", values, NO_CODE));
  }

  /** A number. */
  public Arguments number(String name, int value) {
    return code(name, Integer.toString(value));
  }

  /** An expression. */
  public Arguments code(String name, String expression) {
    return add(new Line(name, "", List.of(), new Code(expression)));
  }

  private Arguments add(Line line) {
    lines.add(line);
    return this;
  }

  /** All of them, in their order. */
  public List<ArgumentView> aligned() {
    List<ArgumentView> aligned = new ArrayList<>();
    List<Line> run = new ArrayList<>();
    for (Line line : lines) {
      if (line.takesSeveralLines()) {
        align(run, aligned);
        align(List.of(line), aligned);
        run.clear();
      } else {
        run.add(line);
      }
    }
    align(run, aligned);
    return aligned;
  }

  private static void align(List<Line> run, List<ArgumentView> aligned) {
    int width = 0;
    for (Line line : run) {
      width = Math.max(width, line.name.length());
    }
    for (Line line : run) {
      aligned.add(line.padded(width));
    }
  }
}
