package dev.rulecast.importer;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.importer.Token.Gap;
import dev.rulecast.model.InvalidValueException;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the ports of a cell. Every word and sign has to be understood: a cell of which a part is
 * not is refused as a whole, because that part may be the one that matters.
 */
final class PortCell {
  private static final Set<String> TO = Set.of("to", "through", "thru", "till");

  private final String text;
  private final List<Token> tokens;
  private final PortItems items = new PortItems();
  private int at;
  private boolean remarked;
  private boolean dynamicOpen;
  private boolean every;

  private boolean bulleted;

  private PortCell(String text) {
    this.text = text;
    this.tokens = Token.of(text);
  }

  /**
   * Reads a cell.
   *
   * @throws InvalidValueException if a part of it is not understood, or can be understood in two
   *     ways
   */
  static Ports read(String text) {
    String plain = text.strip();
    if (Ports.areNone(plain)) {
      return Ports.NONE;
    }
    return new PortCell(plain).read();
  }

  private Ports read() {
    if (tokens.size() == 1 && tokens.get(0).is("*")) {
      return new Ports(List.of(new Ports.Group(Set.of(), List.of(PortRange.ALL), false)), false);
    }
    while (at < tokens.size()) {
      step(tokens.get(at));
    }
    closeDynamic();
    if (items.isEmpty()) {
      throw refused("names no port", "write 389, 3268-3269 or any");
    }
    if (every && items.size() > 1) {
      throw refused("names every port and others", "write any, or the ports that are meant");
    }
    return new Ports(items.groups(), remarked);
  }

  private void step(Token token) {
    if (token.isNumber()) {
      number();
    } else if (token.isWord()) {
      word(token.text());
    } else {
      sign(token.text());
    }
  }

  private void sign(String sign) {
    switch (sign) {
      case ",", "&" -> separator();
      case "\n", ";" -> {
        separator();
        items.beginSegment();
        bulleted = false;
      }
      case "+" -> {
        if (at + 1 == tokens.size() || tokens.get(at + 1).kind() == Token.Kind.SIGN) {
          throw unknown("+");
        }
        at++;
      }
      case "/" -> slash();
      case "-" -> hyphen();
      case "(" -> parenthesis();
      case ":" -> {
        if (at == 0 || tokens.get(at - 1).isNumber()) {
          throw unknown(":");
        }
        at++;
      }
      default -> throw unknown(sign);
    }
  }

  private void separator() {
    closeDynamic();
    at++;
  }

  private void closeDynamic() {
    if (dynamicOpen) {
      throw refused(
          "names a dynamic range without its ports", "write the range, such as 49152-65535");
    }
  }

  /** Between two ports, or between a port and its protocol. */
  private void slash() {
    boolean between = at > 0 && at + 1 < tokens.size();
    if (!between || tokens.get(at + 1).kind() == Token.Kind.SIGN) {
      throw unknown("/");
    }
    at++;
    Token next = tokens.get(at);
    boolean afterPort = tokens.get(at - 2).isNumber();
    if (afterPort && next.isWord() && ProtocolCell.transport(next.text()).isPresent()) {
      require(protocols());
    }
  }

  /** Begins an item of a list, or stands before the words for it: {@code 5985 - for HTTP}. */
  private void hyphen() {
    boolean begins = at == 0 || tokens.get(at - 1).is("\n") || tokens.get(at - 1).is(";");
    boolean afterWords = at > 0 && (tokens.get(at - 1).isWord() || tokens.get(at - 1).is(")"));
    boolean beforeWords = at + 1 < tokens.size() && tokens.get(at + 1).is("for");
    if (!begins && !afterWords && !beforeWords) {
      throw unknown("-");
    }
    bulleted |= begins;
    at++;
  }

  private void number() {
    Optional<String> ambiguity = PortGrouping.check(tokens, at);
    if (ambiguity.isPresent()) {
      throw refused("can be one port or two", ambiguity.get());
    }
    String first = tokens.get(at++).text();
    Optional<String> last = last();
    PortRange range = PortRange.parse(last.isPresent() ? first + "-" + last.get() : first);
    items.add(Optional.of(range));
    dynamicOpen = false;
  }

  /** The end of a range that the number before begins. */
  private Optional<String> last() {
    int next = at;
    if (next + 1 >= tokens.size()) {
      return Optional.empty();
    }
    boolean hyphen = tokens.get(next).is("-");
    boolean dots = tokens.get(next).is(".") && tokens.get(next + 1).is(".");
    if (!hyphen && !dots && !TO.contains(tokens.get(next).text())) {
      return Optional.empty();
    }
    next += dots ? 2 : 1;
    if (next >= tokens.size() || !tokens.get(next).isNumber()) {
      return Optional.empty();
    }
    boolean spaced =
        hyphen && tokens.get(at).gap() != Gap.NONE && tokens.get(next).gap() != Gap.NONE;
    if (spaced && bulleted) {
      throw refused(
          "can be a range or a list", "write 80-443 for the range, or 80, 443 for the two ports");
    }
    at = next + 1;
    return Optional.of(tokens.get(next).text());
  }

  private void word(String word) {
    switch (PortWord.of(word)) {
      case PROTOCOL -> items.name(protocols());
      case AND -> separator();
      case OR -> {
        remarked = true;
        separator();
      }
      case FILLER -> at++;
      case DYNAMIC -> {
        dynamicOpen = !(at > 0 && tokens.get(at - 1).isNumber());
        at++;
      }
      case EVERY -> {
        items.add(Optional.of(PortRange.ALL));
        every = true;
        at++;
      }
      case CUSTOM -> {
        items.add(Optional.empty());
        at++;
      }
      case FOR -> remark();
      case SERVICE -> {
        remarked = true;
        at++;
      }
      case UNKNOWN -> throw unknown(word);
    }
  }

  /** Words behind {@code for}, up to the next number or sign. */
  private void remark() {
    List<String> words = new ArrayList<>();
    int next = at + 1;
    while (next < tokens.size() && (tokens.get(next).isWord() || tokens.get(next).is("/"))) {
      words.add(tokens.get(next).text());
      next++;
    }
    if (words.isEmpty()) {
      throw unknown("for");
    }
    accept(words);
    at = next;
  }

  private void accept(List<String> words) {
    if (Trade.turns(words)) {
      throw unknown(String.join(" ", words));
    }
    remarked = true;
  }

  /** A remark, a protocol, or the ports of a dynamic range. */
  private void parenthesis() {
    int end = at;
    while (end < tokens.size() && !tokens.get(end).is(")")) {
      end++;
    }
    if (end == tokens.size()) {
      throw unknown("(");
    }
    List<Token> inside = tokens.subList(at + 1, end);
    boolean numbers = inside.stream().anyMatch(Token::isNumber);
    at++;
    if (numbers && dynamicOpen) {
      while (at < end) {
        step(tokens.get(at));
      }
    } else if (numbers || inside.isEmpty()) {
      throw unknown("(");
    } else if (ProtocolCell.transport(inside.get(0).text()).isPresent() && !items.isEmpty()) {
      require(protocols());
      if (at != end) {
        throw unknown(tokens.get(at).text());
      }
    } else {
      accept(inside.stream().map(Token::text).toList());
    }
    at = end + 1;
  }

  /** Protocols joined by slashes, commas, {@code and} and the like. */
  private Set<Protocol> protocols() {
    Set<Protocol> protocols = new TreeSet<>();
    while (at < tokens.size()) {
      Optional<Protocol> protocol = ProtocolCell.transport(tokens.get(at).text());
      if (protocol.isEmpty()) {
        break;
      }
      protocols.add(protocol.get());
      at++;
      boolean joined =
          at + 1 < tokens.size()
              && Set.of("/", "\\", ",", "&", "+", "and").contains(tokens.get(at).text())
              && ProtocolCell.transport(tokens.get(at + 1).text()).isPresent();
      if (!joined) {
        break;
      }
      at++;
    }
    return protocols;
  }

  private void require(Set<Protocol> protocols) {
    if (!items.require(protocols)) {
      throw refused("names two protocols for one port", "name each port with its protocol");
    }
  }

  private InvalidValueException unknown(String part) {
    String shown = part.equals("\n") ? "a line break" : UserText.quote(part);
    return refused(
        "holds " + shown + ", which rulecast does not understand there",
        "write ports as 389, 3268-3269 or any");
  }

  private InvalidValueException refused(String what, String hint) {
    return new InvalidValueException("The port " + UserText.quote(text) + " " + what + ".", hint);
  }
}
