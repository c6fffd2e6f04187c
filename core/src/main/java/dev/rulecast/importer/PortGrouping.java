package dev.rulecast.importer;

import dev.rulecast.importer.Token.Gap;
import dev.rulecast.model.PortRange;
import java.util.List;
import java.util.Optional;

/** Sees numbers that can be one or two: {@code 49,152}, or with a thin space. */
final class PortGrouping {
  private PortGrouping() {}

  /**
   * Looks at the number at a place and what stands before it.
   *
   * @return how to write it, if it can be read in two ways
   */
  static Optional<String> check(List<Token> tokens, int at) {
    if (at == 0) {
      return Optional.empty();
    }
    Token number = tokens.get(at);
    Token before = tokens.get(at - 1);
    boolean comma = before.is(",") && before.gap() == Gap.NONE && number.gap() == Gap.NONE;
    boolean thin = before.isNumber() && number.gap() == Gap.THIN;
    int place = thin ? at - 1 : at - 2;
    if (!(comma || thin) || place < 0 || !tokens.get(place).isNumber()) {
      return Optional.empty();
    }
    String thousands = tokens.get(place).text();
    boolean more = at + 1 < tokens.size() && tokens.get(at + 1).is(",");
    boolean chained = place > 0 && tokens.get(place - 1).is(",");
    boolean grouped = thousands.length() <= 2 && number.text().length() == 3 && !more && !chained;
    if (!grouped || Integer.parseInt(thousands + number.text()) > PortRange.MAX_PORT) {
      return Optional.empty();
    }
    return Optional.of(
        "write %s%s, or %s, %s".formatted(thousands, number.text(), thousands, number.text()));
  }
}
