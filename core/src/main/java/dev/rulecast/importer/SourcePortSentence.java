package dev.rulecast.importer;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import dev.rulecast.model.PortRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A sentence such as "Allow outbound connections from the dynamic (1024 - 65535) local port on the
 * computer where X resides": connections that X opens come from these ports.
 *
 * @param machine X
 * @param ports from where
 */
record SourcePortSentence(EndpointName machine, PortRange ports) {
  private static final String WHERE = " where ";
  private static final List<String> VERBS =
      List.of(" resides", " reside", " is installed", " is running", " is deployed", " runs");

  /**
   * Reads a sentence.
   *
   * @return absent if it is about something else
   * @throws InvalidValueException if it is about ports at the source, but not understood
   */
  static Optional<SourcePortSentence> read(String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    boolean meant =
        lower.contains("outbound")
            && (lower.contains("local port") || lower.contains("source port"))
            && lower.chars().anyMatch(c -> c >= '0' && c <= '9')
            && lower.length() == sentence.length();
    if (!meant) {
      return Optional.empty();
    }
    Optional<PortRange> ports = ports(sentence);
    int where = lower.indexOf(WHERE);
    int start = where + WHERE.length();
    int end =
        VERBS.stream()
            .mapToInt(verb -> where < 0 ? -1 : lower.indexOf(verb, start))
            .filter(index -> index >= 0)
            .min()
            .orElse(-1);
    if (ports.isEmpty() || end < 0) {
      throw new InvalidValueException(
          "This seems to be about ports at the source, but rulecast does not understand it: "
              + UserText.quote(sentence)
              + ".",
          "add sourcePorts to the rules by hand");
    }
    String machine = sentence.substring(start, end).strip();
    String bare =
        machine.toLowerCase(Locale.ROOT).startsWith("the ") ? machine.substring(4) : machine;
    return Optional.of(new SourcePortSentence(EndpointName.of(bare), ports.get()));
  }

  /** The only range of the sentence. */
  private static Optional<PortRange> ports(String sentence) {
    List<Token> tokens = Token.of(sentence);
    Optional<PortRange> found = Optional.empty();
    long numbers = tokens.stream().filter(Token::isNumber).count();
    for (int i = 2; i < tokens.size() && numbers == 2; i++) {
      boolean range =
          tokens.get(i - 2).isNumber()
              && (tokens.get(i - 1).is("-") || tokens.get(i - 1).is("to"))
              && tokens.get(i).isNumber();
      if (range) {
        String text = tokens.get(i - 2).text() + "-" + tokens.get(i).text();
        found = Optional.of(PortRange.parse(text));
      }
    }
    return found;
  }
}
