package dev.rulecast.exporter;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of a demand.
 *
 * @param kind how it ended
 * @param lost the dimensions in which the output is wider; empty unless it is
 * @param reason why, as a phrase without a full stop; empty exactly where it is exact
 */
public record Outcome(Kind kind, Set<Dimension> lost, String reason) {
  /** How a demand can end. */
  public enum Kind {
    /** The output says what the model says. */
    EXACT("exact"),
    /** The output permits more, in the dimensions that are named. */
    WIDER("wider"),
    /** The platform cannot express it; nothing is written for it. */
    UNSUPPORTED("unsupported"),
    /** It is not this platform's business. */
    NOT_APPLICABLE("not-applicable");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The name in manifests and reports, such as {@code not-applicable}. */
    public String word() {
      return word;
    }
  }

  private static final Outcome EXACT = new Outcome(Kind.EXACT, Set.of(), "");

  /** Copies the set, sorted; a reason and lost dimensions are there exactly where they belong. */
  public Outcome {
    lost = Collections.unmodifiableSet(new TreeSet<>(lost));
    if (lost.isEmpty() == (kind == Kind.WIDER)) {
      throw new IllegalArgumentException("Lost dimensions belong to an outcome that is wider.");
    }
    if (reason.isBlank() != (kind == Kind.EXACT)) {
      throw new IllegalArgumentException("An outcome that is not exact needs a reason.");
    }
  }

  // Like a record's own, which are slow until the compiler knows them well.
  @Override
  public boolean equals(Object other) {
    return other instanceof Outcome outcome
        && kind == outcome.kind
        && reason.equals(outcome.reason)
        && lost.equals(outcome.lost);
  }

  @Override
  public int hashCode() {
    return (kind.hashCode() * 31 + reason.hashCode()) * 31 + lost.hashCode();
  }

  /** The output says what the model says. */
  public static Outcome exact() {
    return EXACT;
  }

  /** The output permits more, in these dimensions. */
  public static Outcome wider(Set<Dimension> lost, String reason) {
    return new Outcome(Kind.WIDER, lost, reason);
  }

  /** The platform cannot express it. */
  public static Outcome unsupported(String reason) {
    return new Outcome(Kind.UNSUPPORTED, Set.of(), reason);
  }

  /** It is not the platform's business. */
  public static Outcome notApplicable(String reason) {
    return new Outcome(Kind.NOT_APPLICABLE, Set.of(), reason);
  }
}
