package dev.rulecast.importer;

import dev.rulecast.model.IpRange;
import java.util.List;
import java.util.Optional;

/**
 * Who a cell names.
 *
 * @param title the name as people write it
 * @param addresses the addresses that the cell gives for it
 * @param fqdns the host names that the cell gives for it, which make it external
 * @param said the whole cell, where the name is only a part of it
 */
record EndpointName(
    String title, List<IpRange> addresses, List<String> fqdns, Optional<String> said) {
  EndpointName {
    addresses = List.copyOf(addresses);
    fqdns = List.copyOf(fqdns);
  }

  static EndpointName of(String title) {
    return new EndpointName(title, List.of(), List.of(), Optional.empty());
  }

  /** The same endpoint, with further host names. */
  EndpointName withFqdns(List<String> names) {
    return new EndpointName(title, addresses, names, said);
  }

  /** What makes two names the same: their words, a plural being the same as its singular. */
  String key() {
    return key(title);
  }

  static String key(String title) {
    String words = Words.of(plural(title));
    int start = words.lastIndexOf(' ') + 1;
    boolean plural = words.length() - start > 3 && words.endsWith("s") && !words.endsWith("ss");
    String key = plural ? words.substring(0, words.length() - 1) : words;
    return key.isEmpty() ? title : key;
  }

  /** The name with {@code server(s)} written as {@code servers}. */
  static String plural(String title) {
    return title.replace("(s)", "s").replace("(es)", "es");
  }

  /** Whether the name means the other end of the connection. */
  boolean isSelf() {
    String words = Words.of(title);
    return words.equals("self") || words.equals("itself");
  }
}
