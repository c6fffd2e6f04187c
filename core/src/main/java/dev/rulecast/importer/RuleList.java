package dev.rulecast.importer;

import dev.rulecast.diagnostic.Location;
import java.util.List;

/**
 * A list behind a paragraph that ends with a colon.
 *
 * @param section the part of the document in which it stands
 * @param prose how many texts of that part stand before it
 * @param intro the paragraph
 * @param items the items of the list
 */
record RuleList(Section section, int prose, Prose intro, List<Prose> items) {
  RuleList {
    items = List.copyOf(items);
  }

  Location location() {
    return intro.location();
  }
}
