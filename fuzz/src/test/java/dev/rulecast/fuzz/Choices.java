package dev.rulecast.fuzz;

import java.nio.charset.StandardCharsets;

/**
 * Bytes as a row of decisions; when they are used up, each further decision is the first choice.
 */
final class Choices {
  private final byte[] bytes;
  private int at;

  Choices(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean hasMore() {
    return at < bytes.length;
  }

  private int next() {
    return at < bytes.length ? bytes[at++] & 0xFF : 0;
  }

  /** A number from 0 up to, and without, a bound. */
  int below(int bound) {
    if (bound <= 1) {
      return 0;
    }
    return (bound <= 256 ? next() : next() << 8 | next()) % bound;
  }

  long number() {
    long number = 0;
    for (int i = 0; i < 8; i++) {
      number = number << 8 | next();
    }
    return number;
  }

  boolean oneIn(int cases) {
    return below(cases) == 1;
  }

  <T> T of(java.util.List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** Some of the bytes as text; what is no UTF-8 becomes U+FFFD. */
  String text(int maxBytes) {
    int length = Math.min(below(maxBytes + 1), bytes.length - at);
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }
}
