package dev.rulecast.importer;

import dev.rulecast.model.PredefinedRule;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule set as it is to be written: with what the table says besides.
 *
 * @param ruleSet the rule set
 * @param source the document, and the line in which its table begins
 * @param said what the table says of an endpoint besides its name, by id
 * @param items the rules in the order of the table, with titles and unread rows
 * @param predefined the lists of predefined rules
 */
record ImportedRuleSet(
    RuleSet ruleSet,
    String source,
    Map<String, String> said,
    List<Item> items,
    List<Predefined> predefined) {

  /** What stands below {@code rules}. */
  sealed interface Item {
    /**
     * A rule.
     *
     * @param rule the rule
     * @param first whether it is the first of its row
     */
    record OfRule(Rule rule, boolean first) implements Item {}

    /**
     * A title in the table.
     *
     * @param text what it says
     */
    record Title(String text) implements Item {}

    /**
     * A row that was not read.
     *
     * @param row the row
     */
    record Unread(Entry.Unread row) implements Item {}
  }

  /**
   * An item below {@code predefinedRules}.
   *
   * @param rule the item
   * @param written what the document writes for each name, where that differs
   * @param unread names that were not read
   */
  record Predefined(
      PredefinedRule rule, List<Optional<String>> written, List<Entry.Unread> unread) {}

  ImportedRuleSet {
    items = List.copyOf(items);
    predefined = List.copyOf(predefined);
  }

  int unread() {
    long rows = items.stream().filter(item -> item instanceof Item.Unread).count();
    long names = predefined.stream().mapToLong(one -> one.unread().size()).sum();
    return (int) (rows + names);
  }
}
