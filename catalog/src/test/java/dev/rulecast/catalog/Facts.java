package dev.rulecast.catalog;

import dev.rulecast.model.EndpointDeclaration;
import dev.rulecast.model.PortParameter;
import dev.rulecast.model.PredefinedRule;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a rule set says, as lines that do not depend on ids: {@code A > B tcp 389 from 1024-65535}.
 */
final class Facts {
  private Facts() {}

  static SortedSet<String> of(RuleSet ruleSet) {
    Map<String, String> titles = new HashMap<>();
    SortedSet<String> facts = new TreeSet<>();
    for (EndpointDeclaration endpoint : ruleSet.endpoints()) {
      String title = name(endpoint.title().orElse(endpoint.id()));
      titles.put(endpoint.id(), title);
      endpoint.fqdns().forEach(name -> facts.add(title + " is at " + name));
    }
    for (Rule rule : ruleSet.rules()) {
      for (String source : rule.sources()) {
        for (String destination : rule.destinations()) {
          facts.add(titles.get(source) + " > " + titles.get(destination) + traffic(rule));
        }
      }
    }
    for (PredefinedRule rule : ruleSet.predefinedRules()) {
      for (String source : rule.sources()) {
        for (String endpoint : rule.endpoints()) {
          String ends = titles.get(source) + " > " + titles.get(endpoint);
          rule.rules().forEach(name -> facts.add(ends + " needs " + name.text()));
        }
      }
    }
    return facts;
  }

  /**
   * Case, and one endpoint or several of a kind, are no difference; nor are they for the importer.
   */
  private static String name(String title) {
    String lower = title.toLowerCase(Locale.ROOT);
    return title.endsWith("s") && !lower.endsWith("ss")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }

  private static String traffic(Rule rule) {
    List<String> parts = new ArrayList<>();
    parts.add(" " + list(rule.protocols()) + " " + list(rule.ports()));
    if (!rule.sourcePorts().isEmpty()) {
      parts.add("from " + list(rule.sourcePorts()));
    }
    rule.program().ifPresent(path -> parts.add("by " + path));
    return String.join(" ", parts).stripTrailing();
  }

  private static String list(List<?> items) {
    List<String> texts = new ArrayList<>();
    for (Object item : items) {
      texts.add(item instanceof PortParameter parameter ? "$" + parameter.name() : item.toString());
    }
    return String.join(",", texts);
  }
}
