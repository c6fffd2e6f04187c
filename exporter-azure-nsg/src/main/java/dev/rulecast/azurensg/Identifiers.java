package dev.rulecast.azurensg;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Identifiers for the parameters, variables and resources of a template. Resource Manager does not
 * tell apart names that differ in case only, so these never do.
 */
final class Identifiers {
  private static final int HASH = 8;

  private final Map<String, String> bySubject = new HashMap<>();

  /**
   * Identifiers for some subjects.
   *
   * @param words what each subject is called: words of letters and digits, with other characters
   *     between them
   */
  Identifiers(Map<String, String> words) {
    Map<String, Integer> wanted = new HashMap<>();
    words.values().forEach(text -> wanted.merge(key(text), 1, Integer::sum));
    words.forEach(
        (subject, text) -> {
          boolean clashes = wanted.getOrDefault(key(text), 0) > 1;
          String hash = clashes ? "_" + new Sha256().hex(subject).substring(0, HASH) : "";
          bySubject.put(subject, camelCase(text) + hash);
        });
  }

  private static String key(String text) {
    return camelCase(text).toLowerCase(Locale.ROOT);
  }

  /** The identifier of one of the subjects; begins with a letter, and is to get a suffix. */
  String of(String subject) {
    String identifier = bySubject.get(subject);
    if (identifier == null) {
      throw new IllegalArgumentException("No identifier for " + subject);
    }
    return identifier;
  }

  /** Such as {@code domainControllers} for {@code domain-controllers}. */
  private static String camelCase(String subject) {
    StringBuilder words = new StringBuilder();
    boolean begins = false;
    for (int i = 0; i < subject.length(); i++) {
      char c = subject.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9')) {
        begins = !words.isEmpty();
      } else {
        if (words.isEmpty() && !letter) {
          words.append('n');
        }
        words.append(words.isEmpty() ? lower(c) : begins ? upper(c) : c);
        begins = false;
      }
    }
    return words.toString();
  }

  private static char lower(char c) {
    return Character.toLowerCase(c);
  }

  private static char upper(char c) {
    return Character.toUpperCase(c);
  }
}
