package dev.rulecast.importer;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.HostNames;
import dev.rulecast.model.InvalidValueException;
import dev.rulecast.model.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads who a cell names: one endpoint, or several between commas, semicolons or line breaks.
 * {@code and} joins no two endpoints, because it is a part of many a name.
 */
final class EndpointCell {
  /** Text around a link of at least so many words is a sentence, and the link is what it names. */
  private static final int SENTENCE_WORDS = 4;

  private static final int MAX_TITLE = 500;
  private static final Set<String> NOBODY = Set.of("", "n a", "na", "none", "tbd", "unknown");

  /** What host names do not end with, but the names of files do. */
  private static final Set<String> FILES =
      Set.of(
          "exe", "dll", "sys", "js", "md", "txt", "conf", "cfg", "xml", "json", "yaml", "yml",
          "msi", "bat", "cmd", "ps1", "sh", "log", "jar", "py");

  private EndpointCell() {}

  /**
   * Reads a cell.
   *
   * @return not empty
   * @throws InvalidValueException if it names nobody, or an address is wrong
   */
  static List<EndpointName> read(Cell cell) {
    Optional<EndpointName> linked = linked(cell);
    if (linked.isPresent()) {
      return List.of(linked.get());
    }
    List<EndpointName> names = new ArrayList<>();
    List<String> hosts = new ArrayList<>();
    for (String part : parts(cell.text())) {
      EndpointName name = name(part);
      if (name.title().isEmpty() && name.addresses().isEmpty()) {
        hosts.addAll(name.fqdns());
      } else {
        names.add(name);
      }
    }
    if (!hosts.isEmpty()) {
      names.add(new EndpointName(hosts.get(0), List.of(), hosts, Optional.empty()));
    }
    if (names.isEmpty()) {
      throw new InvalidValueException(
          UserText.quote(cell.line()) + " names no endpoint.",
          "write who opens or accepts the connection");
    }
    return names;
  }

  /** The host names of a text that holds nothing else; empty if it does. */
  static List<String> hosts(String text) {
    List<String> hosts = new ArrayList<>();
    for (String word : text.replace('\n', ' ').split("[ ,;]", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      Optional<String> host = host(word);
      if (host.isEmpty()) {
        return List.of();
      }
      hosts.add(host.get());
    }
    return hosts;
  }

  /** A sentence that refers to a page: {@code For the list of names, see [Names of X](…)}. */
  private static Optional<EndpointName> linked(Cell cell) {
    if (cell.links().size() != 1) {
      return Optional.empty();
    }
    Cell.Link link = cell.links().get(0);
    int words = Words.of(cell.line()).split(" ", -1).length;
    boolean sentence = words - Words.of(link.text()).split(" ", -1).length >= SENTENCE_WORDS;
    if (!sentence || Words.of(link.text()).isEmpty()) {
      return Optional.empty();
    }
    String said = cell.line() + " (" + link.target() + ")";
    return Optional.of(
        new EndpointName(title(link.text()), List.of(), List.of(), Optional.of(said)));
  }

  private static EndpointName name(String part) {
    List<String> words = new ArrayList<>();
    List<IpRange> addresses = new ArrayList<>();
    List<String> fqdns = new ArrayList<>();
    for (String word : part.split(" ", -1)) {
      String bare = bare(word);
      Optional<String> host = host(bare);
      if (isAddress(bare)) {
        addresses.add(IpRange.parse(bare));
      } else if (host.isPresent()) {
        fqdns.add(host.get());
      } else {
        words.add(word);
      }
    }
    String title = title(String.join(" ", words).strip());
    if (title.isEmpty() && !addresses.isEmpty()) {
      title = bare(part).strip();
    }
    if (NOBODY.contains(Words.of(title)) && fqdns.isEmpty() && addresses.isEmpty()) {
      throw new InvalidValueException(
          UserText.quote(part) + " names no endpoint.",
          "write who opens or accepts the connection");
    }
    return new EndpointName(
        Words.of(title).isEmpty() && addresses.isEmpty() ? "" : title,
        addresses,
        fqdns,
        Optional.empty());
  }

  /** A word without the punctuation around it. */
  private static String bare(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && "(,:;\"'".indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && "),;\"'.".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(start, end);
  }

  /** What is left of {@code Clients ()}, {@code Clients -} and the like. */
  private static String title(String text) {
    if (text.length() > MAX_TITLE) {
      throw new InvalidValueException(
          UserText.quote(text) + " is too long for a name.", "shorten it");
    }
    int start = 0;
    int end = text.length();
    boolean changed = true;
    while (changed && start < end) {
      changed = false;
      int last = text.codePointBefore(end);
      boolean joint =
          Character.isWhitespace(last) || Words.isDash(last) || last == ':' || last == ',';
      if (joint || text.substring(start, end).endsWith("()")) {
        end -= joint ? Character.charCount(last) : 2;
        changed = true;
        continue;
      }
      int first = text.codePointAt(start);
      if (Character.isWhitespace(first) || Words.isDash(first) || first == ',') {
        start += Character.charCount(first);
        changed = true;
      }
    }
    return text.substring(start, Math.max(start, end));
  }

  private static Optional<String> host(String word) {
    String name = word;
    int scheme = name.indexOf("://");
    if (scheme > 0) {
      name = name.substring(scheme + 3);
      int slash = name.indexOf('/');
      name = slash < 0 ? name : name.substring(0, slash);
    }
    String last = name.substring(name.lastIndexOf('.') + 1);
    boolean letters = last.length() > 1 && last.chars().allMatch(c -> c >= 'a' && c <= 'z');
    boolean lower = name.chars().noneMatch(c -> c >= 'A' && c <= 'Z');
    boolean host = lower && letters && !FILES.contains(last) && HostNames.isHostName(name);
    return host ? Optional.of(name) : Optional.empty();
  }

  /** Whether a word is meant as an address, right or wrong. */
  private static boolean isAddress(String word) {
    int dots = 0;
    int colons = 0;
    boolean digit = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean hex = Character.digit(c, 16) >= 0;
      if (!hex && ".:/-xX*".indexOf(c) < 0) {
        return false;
      }
      digit |= c >= '0' && c <= '9';
      dots += c == '.' ? 1 : 0;
      colons += c == ':' ? 1 : 0;
    }
    return (dots >= 3 && digit) || colons >= 2;
  }

  /** The parts between commas, semicolons and line breaks that are not inside parentheses. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth = Math.max(0, depth - 1);
      } else if ((c == '\n' && !goesOn(text, i)) || (depth == 0 && (c == ',' || c == ';'))) {
        add(parts, text.substring(start, i));
        start = i + 1;
        depth = c == '\n' ? 0 : depth;
      }
    }
    add(parts, text.substring(start));
    return parts;
  }

  /** Whether the next line only says more of the name before: {@code (www.example.com)}. */
  private static boolean goesOn(String text, int feed) {
    return feed + 1 < text.length() && text.charAt(feed + 1) == '(';
  }

  private static void add(List<String> parts, String part) {
    if (!part.isBlank()) {
      parts.add(part.strip().replace('\n', ' '));
    }
  }
}
