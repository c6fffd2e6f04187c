package dev.rulecast.azurensg;

import java.util.ArrayList;
import java.util.List;

/**
 * An expression of ARM templates, read strictly ("Syntax and expressions in ARM templates"): calls,
 * texts, numbers, and properties and items of these.
 */
sealed interface ArmExpression {
  /** A call of a function. */
  record Call(String function, List<ArmExpression> arguments) implements ArmExpression {}

  /** A text. */
  record Text(String text) implements ArmExpression {}

  /** A number. */
  record Number(int number) implements ArmExpression {}

  /** A property of an object. */
  record Property(ArmExpression object, String name) implements ArmExpression {}

  /** An item of an array. */
  record Item(ArmExpression array, ArmExpression index) implements ArmExpression {}

  /** Reads what stands between the brackets. */
  static ArmExpression parse(String code) {
    Parser parser = new Parser(code);
    ArmExpression expression = parser.expression();
    parser.end();
    return expression;
  }

  /** A descending parser. */
  final class Parser {
    private final String code;
    private int at;

    private Parser(String code) {
      this.code = code;
    }

    private IllegalArgumentException wrong(String what) {
      return new IllegalArgumentException(what + " at " + at + " of " + code);
    }

    private boolean sees(char c) {
      return at < code.length() && code.charAt(at) == c;
    }

    private boolean skip(char c) {
      boolean there = sees(c);
      at += there ? 1 : 0;
      return there;
    }

    private void expect(char c) {
      if (!skip(c)) {
        throw wrong("No " + c);
      }
    }

    private void end() {
      if (at < code.length()) {
        throw wrong("Something is left");
      }
    }

    private ArmExpression expression() {
      ArmExpression expression = primary();
      while (sees('.') || sees('[')) {
        if (skip('.')) {
          expression = new Property(expression, word());
        } else {
          expect('[');
          expression = new Item(expression, expression());
          expect(']');
        }
      }
      return expression;
    }

    private ArmExpression primary() {
      if (sees('\'')) {
        return new Text(text());
      }
      String word = word();
      if (word.chars().allMatch(Character::isDigit)) {
        return new Number(Integer.parseInt(word));
      }
      List<ArmExpression> arguments = new ArrayList<>();
      expect('(');
      while (!skip(')')) {
        if (!arguments.isEmpty()) {
          expect(',');
          expect(' ');
        }
        arguments.add(expression());
      }
      return new Call(word, arguments);
    }

    private String word() {
      int start = at;
      while (at < code.length() && Character.isLetterOrDigit(code.charAt(at))) {
        at++;
      }
      if (start == at) {
        throw wrong("No word");
      }
      return code.substring(start, at);
    }

    private String text() {
      StringBuilder text = new StringBuilder();
      expect('\'');
      while (true) {
        if (at == code.length()) {
          throw wrong("An open quote");
        }
        char c = code.charAt(at++);
        if (c != '\'') {
          text.append(c);
        } else if (skip('\'')) {
          text.append('\'');
        } else {
          return text.toString();
        }
      }
    }
  }
}
