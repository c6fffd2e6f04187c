package dev.rulecast.terraform;

import dev.rulecast.template.Code;
import dev.rulecast.terraform.GroupView.ArgumentView;
import java.util.ArrayList;
import java.util.List;

/** Lines {@code name = value} of one block, aligned as {@code terraform fmt} leaves them. */
final class Arguments {
  private static final Code NO_CODE = new Code("");

  private record Line(String name, String text, Code code) {}

  private final List<Line> lines = new ArrayList<>();

  Arguments text(String name, String value) {
    lines.add(new Line(name, value, NO_CODE));
    return this;
  }

  Arguments number(String name, int value) {
    return code(name, Integer.toString(value));
  }

  Arguments code(String name, String expression) {
    lines.add(new Line(name, "", new Code(expression)));
    return this;
  }

  List<ArgumentView> aligned() {
    int width = lines.stream().mapToInt(line -> line.name.length()).max().orElse(0);
    return lines.stream()
        .map(
            line ->
                new ArgumentView(
                    new Code(line.name + " ".repeat(width - line.name.length())),
                    line.text,
                    line.code))
        .toList();
  }
}
