package dev.rulecast.netappontap;

import dev.rulecast.template.AsciiText;
import dev.rulecast.template.Language;

/**
 * Text in comments of ONTAP's command line. A comment begins with {@code #}, but commands are typed
 * into a terminal or sent through ssh, where {@code ?} calls help, {@code ;} may begin another
 * command and quotes may swallow lines, so that comments have letters, digits, the blank and {@code
 * ._-:/(),@+=%} of ASCII alone. The README has the text as it is.
 */
final class Cli {
  /** More is in the README. */
  static final int MAX_CHARS = 200;

  private static final AsciiText COMMENT = new AsciiText("._-:/(),@+=%");

  private Cli() {}

  /** The language of templates: values stand in comments; commands are code. */
  static Language language() {
    return new Language("ONTAP commands", ".cli", Cli::comment);
  }

  /** Text as the inside of a comment, on one line. */
  static String comment(String text) {
    return AsciiText.cut(COMMENT.line(text), MAX_CHARS);
  }
}
