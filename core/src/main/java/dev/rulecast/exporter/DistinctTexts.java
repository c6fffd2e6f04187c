package dev.rulecast.exporter;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Texts, each once, in the order in which they came: the purposes of what a rule of a platform is
 * made of, or how it is wider. A plan has one of these for every rule, and most hold one text or
 * none, for which a set would be a waste.
 */
public final class DistinctTexts {
  /** The only one, while there are not several. */
  private List<String> single = List.of();

  private Set<String> several = Set.of();

  /** Adds a text, unless it is there. */
  public void add(String text) {
    if (several.isEmpty()) {
      if (single.isEmpty()) {
        single = List.of(text);
        return;
      }
      if (single.get(0).equals(text)) {
        return;
      }
      several = new LinkedHashSet<>(single);
    }
    several.add(text);
  }

  /** Adds those that are not there. */
  public void addAll(Collection<String> texts) {
    texts.forEach(this::add);
  }

  /** All of them, in the order in which they came. */
  public List<String> toList() {
    return several.isEmpty() ? single : List.copyOf(several);
  }

  /** All of them, in alphabetical order. */
  public List<String> sorted() {
    return several.isEmpty() ? single : several.stream().sorted().toList();
  }
}
