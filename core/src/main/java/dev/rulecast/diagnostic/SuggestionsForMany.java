package dev.rulecast.diagnostic;

import java.util.Collection;
import java.util.Optional;

/**
 * Suggestions for names of which a document may have very many wrong ones. Looking for a similar
 * name costs a comparison with every known one, so that after some there are no more suggestions.
 */
public final class SuggestionsForMany {
  private static final int MAX_COMPARISONS = 100_000;

  private int comparisons;

  /** A hint as that of {@link Suggestions#didYouMean}, if a candidate is near enough. */
  public Optional<String> didYouMean(String written, Collection<String> candidates) {
    if (comparisons >= MAX_COMPARISONS) {
      return Optional.empty();
    }
    comparisons += candidates.size();
    return Suggestions.didYouMean(written, candidates);
  }
}
