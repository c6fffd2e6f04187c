package dev.rulecast.azurensg;

import dev.rulecast.exporter.Dimension;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Descriptions of security rules: "restricted to 140 chars" (REST reference, {@code
 * SecurityRulePropertiesFormat}). Any character is allowed, but they are shown on one line.
 */
final class Descriptions {
  /**
   * In UTF-8, as Terraform's azurerm provider counts ({@code StringLenBetween(0, 140)} in {@code
   * network_security_rule_resource.go}). Whoever counts characters finds no more.
   */
  static final int MAX_BYTES = 140;

  private static final String CUT = "...";

  private Descriptions() {}

  /**
   * The purposes of a rule on one line, and what it opens beyond them.
   *
   * @param lost what the rule does not match
   */
  static String of(List<String> purposes, Set<Dimension> lost) {
    String suffix =
        lost.isEmpty()
            ? ""
            : lost.stream()
                .sorted()
                .map(Descriptions::every)
                .collect(Collectors.joining(", ", " (", ")"));
    String text = cut(joined(purposes), MAX_BYTES - suffix.length());
    return suffix.isEmpty() ? text : text + suffix;
  }

  private static String joined(List<String> purposes) {
    if (purposes.size() == 1) {
      return onOneLine(purposes.get(0));
    }
    StringBuilder joined = new StringBuilder();
    for (String purpose : purposes) {
      joined.append(joined.isEmpty() ? "" : "; ").append(onOneLine(purpose));
      if (joined.length() > MAX_BYTES) {
        break;
      }
    }
    return joined.toString();
  }

  private static String every(Dimension dimension) {
    return switch (dimension) {
      case ICMP_TYPE -> "every ICMP type";
      case PROGRAM -> "every program";
      case SOURCE_PORTS -> "every source port";
      case PORTS -> "every port";
      case SOURCE -> "every source";
    };
  }

  private static String onOneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i); // neither half of a surrogate pair is white space or a control
      if (!Character.isWhitespace(c) && !Character.isISOControl(c)) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    String result = line.toString().strip();
    if (result.isEmpty()) {
      return "-";
    }
    return result.equals(text) ? text : result; // one object for all rules of a purpose
  }

  /**
   * The text if it fits, else its beginning, which ends with a whole character.
   *
   * @param maxBytes in UTF-8
   */
  static String cut(String text, int maxBytes) {
    if (bytes(text) <= maxBytes) {
      return text;
    }
    int end = 0;
    int next = Character.charCount(text.codePointAt(0));
    while (bytes(text.substring(0, next)) + CUT.length() <= maxBytes) {
      end = next;
      next += Character.charCount(text.codePointAt(next));
    }
    return text.substring(0, end).stripTrailing() + CUT;
  }

  /**
   * As it is, or in Unicode's form C, which Terraform gives to the provider (its type system {@code
   * cty} normalizes every text), if it is longer there.
   */
  private static int bytes(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == text.length()) {
      return bytes; // ASCII is in form C
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return Math.max(bytes, composed.getBytes(StandardCharsets.UTF_8).length);
  }
}
