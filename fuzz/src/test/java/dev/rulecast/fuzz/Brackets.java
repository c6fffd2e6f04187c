package dev.rulecast.fuzz;

import java.util.ArrayDeque;
import java.util.Deque;

/** Whether the brackets of a text are balanced outside its strings and comments. */
final class Brackets {
  private Brackets() {}

  static void check(String path, String text, char quote, String comment) {
    Deque<Character> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (text.startsWith(comment, i)) {
        i = text.indexOf('\n', i);
      } else if (c == quote) {
        i = endOfString(path, text, i, quote);
      } else if (c == '{' || c == '[' || c == '(') {
        open.push(c == '(' ? ')' : (char) (c + 2));
      } else if (c == '}' || c == ']' || c == ')') {
        Claim.that(!open.isEmpty() && open.pop() == c, "a bracket at " + i + " of " + path, text);
      }
    }
    Claim.that(open.isEmpty(), "open brackets in " + path, text);
  }

  /** Expressions inside strings have no strings in what we write. */
  private static int endOfString(String path, String text, int start, char quote) {
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i;
      } else {
        Claim.that(c != '\n', "a string at " + start + " of " + path + " does not end", text);
      }
    }
    throw new AssertionError("a string at " + start + " of " + path + " does not end: " + text);
  }
}
