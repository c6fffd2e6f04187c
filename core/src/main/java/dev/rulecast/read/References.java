package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Location;
import dev.rulecast.diagnostic.SuggestionsForMany;
import dev.rulecast.diagnostic.UserText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The endpoints and parameters that the rules of one rule set name, and where. */
final class References {
  /** A misspelt id that a million rules share is told so many times. */
  private static final int MAX_PLACES = 20;

  private final Map<String, List<Location>> endpoints = new TreeMap<>();
  private final Map<String, List<Location>> parameters = new TreeMap<>();

  void endpoint(String id, Location location) {
    add(endpoints, id, location);
  }

  void parameter(String id, Location location) {
    add(parameters, id, location);
  }

  private static void add(Map<String, List<Location>> known, String id, Location location) {
    List<Location> places = known.computeIfAbsent(id, any -> new ArrayList<>(1));
    if (places.size() < MAX_PLACES) {
      places.add(location);
    }
  }

  /** Reports every reference to an endpoint that the rule set does not declare. */
  void checkEndpoints(Set<String> declared, Diagnostics diagnostics) {
    check("endpoint", endpoints, declared, diagnostics);
  }

  /** Reports every reference to a parameter that the rule set does not declare. */
  void checkParameters(Set<String> declared, Diagnostics diagnostics) {
    check("parameter", parameters, declared, diagnostics);
  }

  private static void check(
      String what,
      Map<String, List<Location>> named,
      Set<String> declared,
      Diagnostics diagnostics) {
    SuggestionsForMany suggestions = new SuggestionsForMany();
    for (Map.Entry<String, List<Location>> reference : named.entrySet()) {
      String id = reference.getKey();
      if (declared.contains(id)) {
        continue;
      }
      String message =
          "The %s %s is not declared in this rule set.".formatted(what, UserText.quote(id));
      String hint =
          suggestions
              .didYouMean(id, declared)
              .orElse("declare it under " + what + "s: at the top of the rule set");
      for (Location place : reference.getValue()) {
        diagnostics.add(Diagnostic.error("unknown-" + what, place, message).withHint(hint));
      }
    }
  }
}
