package dev.rulecast.terraform.hcl;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * A block: {@code resource "type" "name" { … }}.
 *
 * @param type its first word
 * @param labels its other words
 * @param attributes {@code name = expression}, in their order
 * @param blocks those inside it
 */
record Block(
    String type,
    List<String> labels,
    LinkedHashMap<String, Expression> attributes,
    List<Block> blocks) {
  /** Refuses attributes and blocks of other names. */
  Block requireOnly(List<String> attributeNames, List<String> blockTypes) {
    boolean known =
        attributeNames.containsAll(attributes.keySet())
            && blocks.stream().allMatch(block -> blockTypes.contains(block.type));
    if (!known) {
      throw new HclException("%s %s has %s".formatted(type, labels, attributes.keySet()));
    }
    return this;
  }

  /** The expression of an attribute; an error if it is not there. */
  Expression attribute(String name) {
    Expression expression = attributes.get(name);
    if (expression == null) {
      throw new HclException("%s %s has no %s".formatted(type, labels, name));
    }
    return expression;
  }
}
