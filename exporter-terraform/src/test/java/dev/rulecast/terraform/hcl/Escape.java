package dev.rulecast.terraform.hcl;

import java.util.Optional;

/**
 * An escape sequence in a text ("Template Expressions", HCL native syntax specification).
 *
 * @param codePoint the character that it stands for
 * @param length the number of characters that it consists of
 */
public record Escape(int codePoint, int length) {
  /** The sequence that begins with the backslash at an index; empty if HCL has none like it. */
  public static Optional<Escape> at(String source, int index) {
    char kind = index + 1 < source.length() ? source.charAt(index + 1) : ' ';
    return switch (kind) {
      case 'n' -> Optional.of(new Escape('\n', 2));
      case 'r' -> Optional.of(new Escape('\r', 2));
      case 't' -> Optional.of(new Escape('\t', 2));
      case '"', '\\' -> Optional.of(new Escape(kind, 2));
      case 'u' -> ofDigits(source, index + 2, 4);
      case 'U' -> ofDigits(source, index + 2, 8);
      default -> Optional.empty();
    };
  }

  private static Optional<Escape> ofDigits(String source, int from, int count) {
    String digits = source.substring(from, Math.min(from + count, source.length()));
    return digits.matches("[0-9A-Fa-f]{" + count + "}")
        ? Optional.of(new Escape(Integer.parseInt(digits, 16), 2 + count))
        : Optional.empty();
  }
}
