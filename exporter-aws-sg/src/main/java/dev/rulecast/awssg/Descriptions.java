package dev.rulecast.awssg;

import dev.rulecast.template.AsciiText;
import java.util.List;

/**
 * Descriptions of security group rules. EC2 takes at most 255 characters out of {@code a-zA-Z0-9},
 * space and {@code ._-:/()#,@[]+=&;{}!$*} (API reference, {@code IpRange}); the ampersand is left
 * out because the reference for group and prefix-list peers does not name it.
 */
public final class Descriptions {
  /** The longest description. */
  public static final int MAX_CHARS = 255;

  private static final AsciiText PURPOSE = new AsciiText("._-:/()#,@[]+=;{}!$*");

  private Descriptions() {}

  /**
   * Texts, such as the purposes of a permission, joined, in EC2's characters and within its length.
   */
  public static String of(List<String> purposes) {
    if (purposes.size() == 1) {
      return AsciiText.cut(PURPOSE.line(purposes.get(0)), MAX_CHARS);
    }
    StringBuilder joined = new StringBuilder();
    for (String purpose : purposes) {
      joined.append(joined.isEmpty() ? "" : "; ").append(PURPOSE.line(purpose));
      if (joined.length() > MAX_CHARS) {
        break;
      }
    }
    return AsciiText.cut(joined.toString(), MAX_CHARS);
  }
}
