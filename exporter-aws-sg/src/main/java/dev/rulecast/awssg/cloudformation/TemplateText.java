package dev.rulecast.awssg.cloudformation;

import dev.rulecast.template.Language;
import java.util.Locale;

/**
 * Text in a template. Braces become parentheses wherever they stand: CloudFormation takes <code>
 * {{resolve:…}}</code> in any text for a reference to a secret, and puts the secret there ("Using
 * dynamic references", AWS CloudFormation User Guide); nothing escapes it.
 */
final class TemplateText {
  private TemplateText() {}

  /** Text without anything that CloudFormation would interpret. */
  static String literal(String text) {
    return text.replace('{', '(').replace('}', ')');
  }

  /** YAML: values stand between double quotes, or in a comment; the file is ASCII. */
  static Language yaml() {
    return new Language("YAML", ".yaml", TemplateText::escapeYaml);
  }

  /** Text as the inside of a double-quoted scalar (YAML 1.1 and 1.2, "Escape Sequences"). */
  static String escapeYaml(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    literal(text).codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c) {
    if (c == '"' || c == '\\') {
      safe.append('\\').append((char) c);
    } else if (c >= 0x20 && c < 0x7F) {
      safe.append((char) c);
    } else if (c == '\n') {
      safe.append("\\n");
    } else if (c == '\t') {
      safe.append("\\t");
    } else if (c <= 0xFFFF) {
      safe.append(String.format(Locale.ROOT, "\\u%04x", c));
    } else {
      safe.append(String.format(Locale.ROOT, "\\U%08x", c));
    }
  }
}
