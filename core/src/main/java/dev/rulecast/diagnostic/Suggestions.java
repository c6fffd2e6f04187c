package dev.rulecast.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Suggestions {
  /** Longer words are not compared: no name of ours is longer, and the cost is quadratic. */
  private static final int MAX_CHARS = 128;

  /** Shorter beginnings say nothing. */
  private static final int MIN_PREFIX = 4;

  private Suggestions() {}

  /** A hint such as {@code did you mean `destination`?}, if a candidate is near enough. */
  public static Optional<String> didYouMean(String written, Collection<String> candidates) {
    return closest(written, candidates).map(name -> "did you mean " + UserText.quote(name) + "?");
  }

  /**
   * The candidate with the fewest edits (insert, delete, replace, swap of neighbours), if these are
   * at most a third of the word; the alphabetically first of equals. Failing that, a candidate that
   * the word goes on from, or that goes on from the word: {@code destination-address} is probably
   * {@code destination}.
   */
  public static Optional<String> closest(String written, Collection<String> candidates) {
    if (written.length() > MAX_CHARS) {
      return Optional.empty();
    }
    int limit = Math.max(1, written.length() / 3);
    Optional<String> best = Optional.empty();
    int bestDistance = limit + 1;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - written.length()) > limit) {
        continue;
      }
      int distance = distance(written, candidate);
      boolean nearer =
          distance < bestDistance
              || (distance == bestDistance
                  && best.isPresent()
                  && candidate.compareTo(best.get()) < 0);
      if (nearer) {
        best = Optional.of(candidate);
        bestDistance = distance;
      }
    }
    return best.or(() -> continued(written, candidates));
  }

  private static Optional<String> continued(String written, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> Math.min(candidate.length(), written.length()) >= MIN_PREFIX)
        .filter(candidate -> written.startsWith(candidate) || candidate.startsWith(written))
        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()));
  }

  /** The restricted Damerau-Levenshtein distance, ignoring case. */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
        boolean swapped =
            i > 1
                && j > 1
                && same(a.charAt(i - 1), b.charAt(j - 2))
                && same(a.charAt(i - 2), b.charAt(j - 1));
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
