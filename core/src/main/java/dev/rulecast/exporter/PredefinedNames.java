package dev.rulecast.exporter;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.SuggestionsForMany;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.PredefinedName;
import dev.rulecast.model.PredefinedRule;
import dev.rulecast.model.RuleSet;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks the names of predefined rules against those that the installed exporters know. */
public final class PredefinedNames {
  private PredefinedNames() {}

  /**
   * Reports every name that no exporter knows, for platforms of which an exporter knows the names.
   */
  public static void check(
      Collection<RuleSet> ruleSets, Exporters exporters, Diagnostics diagnostics) {
    Map<String, Set<String>> known = new TreeMap<>();
    for (RuleExporter exporter : exporters.byId().values()) {
      exporter
          .info()
          .predefinedRules()
          .forEach(
              (platform, names) ->
                  known.computeIfAbsent(platform, any -> new TreeSet<>()).addAll(names));
    }
    SuggestionsForMany suggestions = new SuggestionsForMany();
    for (RuleSet ruleSet : ruleSets) {
      for (PredefinedRule rule : ruleSet.predefinedRules()) {
        if (known.containsKey(rule.platform())) {
          Set<String> names = known.getOrDefault(rule.platform(), Set.of());
          check(rule, names, suggestions, diagnostics);
        }
      }
    }
  }

  private static void check(
      PredefinedRule rule,
      Set<String> known,
      SuggestionsForMany suggestions,
      Diagnostics diagnostics) {
    for (PredefinedName name : rule.rules()) {
      if (!known.contains(name.text())) {
        String message =
            "%s is not a predefined rule of %s that an installed exporter knows."
                .formatted(UserText.quote(name.text()), rule.platform());
        diagnostics.add(
            Diagnostic.error("unknown-predefined-rule", name.location(), message)
                .withHint(suggestions.didYouMean(name.text(), known)));
      }
    }
  }
}
