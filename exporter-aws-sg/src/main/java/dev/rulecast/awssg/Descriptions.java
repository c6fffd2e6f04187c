package dev.rulecast.awssg;

import java.text.Normalizer;
import java.util.List;

/**
 * Descriptions of security group rules. EC2 takes at most 255 characters out of {@code a-zA-Z0-9},
 * space and {@code ._-:/()#,@[]+=&;{}!$*} (API reference, {@code IpRange}); the ampersand is left
 * out because the reference for group and prefix-list peers does not name it.
 */
public final class Descriptions {
  /** The longest description. */
  public static final int MAX_CHARS = 255;

  private static final String PUNCTUATION = "._-:/()#,@[]+=;{}!$*";
  private static final String CUT = "...";

  private Descriptions() {}

  /**
   * Texts, such as the purposes of a permission, joined, in EC2's characters and within its length.
   */
  public static String of(List<String> purposes) {
    StringBuilder joined = new StringBuilder();
    for (String purpose : purposes) {
      joined.append(joined.isEmpty() ? "" : "; ").append(safe(purpose));
      if (joined.length() > MAX_CHARS) {
        return joined.substring(0, MAX_CHARS - CUT.length()).stripTrailing() + CUT;
      }
    }
    return joined.toString();
  }

  private static String safe(String text) {
    String plain = Normalizer.normalize(text.replace("->", "to"), Normalizer.Form.NFKD);
    StringBuilder safe = new StringBuilder(plain.length());
    plain.codePoints().forEach(c -> append(safe, c));
    String result = safe.toString().strip();
    return result.isEmpty() ? "-" : result;
  }

  private static void append(StringBuilder safe, int c) {
    boolean letterOrDigit =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (Character.isWhitespace(c)) {
      if (!safe.isEmpty() && safe.charAt(safe.length() - 1) != ' ') {
        safe.append(' ');
      }
    } else if (letterOrDigit || PUNCTUATION.indexOf(c) >= 0) {
      safe.appendCodePoint(c);
    } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
      safe.append(replacement(c));
    }
  }

  private static String replacement(int c) {
    return switch (c) {
      case '&' -> "and";
      case '→' -> "to";
      case '\\', '|' -> "/";
      case '<' -> "(";
      case '>' -> ")";
      case '\'', '"', '`', '‘', '’', '“', '”', '„' -> "";
      case '–', '—', '‐', '‑', '−', '~' -> "-";
      default -> "_";
    };
  }
}
