package dev.rulecast.readme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How an output is wider than its rules, as its comments and its README tell it. */
public final class Widenings {
  private final String what;
  private final Map<String, Integer> counts = new TreeMap<>();

  /**
   * Nothing is wider yet.
   *
   * @param what is counted, in the singular, such as {@code permission}; its plural ends with an s
   */
  public Widenings(String what) {
    this.what = what;
  }

  /**
   * Counts one.
   *
   * @param reasons phrases that say how it is wider, a repeated one counts once; empty: it is not
   */
  public void add(Collection<String> reasons) {
    if (!reasons.isEmpty()) {
      new HashSet<>(reasons).forEach(reason -> counts.merge(reason, 1, Integer::sum));
    }
  }

  /** The comments above a rule that is wider, in the order of the reasons; none if it is not. */
  public static List<String> comments(Collection<String> reasons) {
    List<String> comments = new ArrayList<>(reasons.size());
    for (String reason : reasons) {
      comments.add("Wider: " + reason + ".");
    }
    return comments;
  }

  /** Each way in which something is wider with the number of those that are, in order. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (reason, count) -> lines.add(reason + ": " + count + " " + what + (count == 1 ? "" : "s")));
    return lines;
  }
}
