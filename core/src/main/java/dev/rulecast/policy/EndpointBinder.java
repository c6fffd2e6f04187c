package dev.rulecast.policy;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.SuggestionsForMany;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.EndpointDeclaration;
import dev.rulecast.model.Environment;
import dev.rulecast.model.Platform;
import dev.rulecast.model.RuleSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Joins what rule sets and environment say of endpoints: an id is the same thing everywhere. */
final class EndpointBinder {
  private final Collection<Platform> platforms;
  private final Diagnostics diagnostics;

  EndpointBinder(Collection<Platform> platforms, Diagnostics diagnostics) {
    this.platforms = platforms;
    this.diagnostics = diagnostics;
  }

  /** The endpoints of the rule sets, which come in canonical order, by id. */
  Map<String, Endpoint> bind(List<RuleSet> ruleSets, Environment environment) {
    Map<String, EndpointDeclaration> declared = new TreeMap<>();
    for (RuleSet ruleSet : ruleSets) {
      for (EndpointDeclaration declaration : ruleSet.endpoints()) {
        declared.merge(declaration.id(), declaration, this::join);
      }
    }
    reportUnused(environment, declared.keySet());
    Map<String, Endpoint> bound = new HashMap<>();
    declared.forEach((id, declaration) -> bound.put(id, bind(declaration, environment)));
    return bound;
  }

  private EndpointDeclaration join(EndpointDeclaration first, EndpointDeclaration second) {
    if (first.external() != second.external()) {
      String message =
          "The endpoint `%s` is %s here, but %s at %s."
              .formatted(
                  first.id(),
                  second.external() ? "external" : "not external",
                  first.external() ? "external" : "not external",
                  first.location());
      diagnostics.add(
          Diagnostic.error("conflicting-external", second.location(), message)
              .withHint("say the same in both rule sets, or give one endpoint another id"));
    }
    boolean differ =
        first.title().isPresent()
            && second.title().isPresent()
            && !first.title().equals(second.title());
    if (differ) {
      String message =
          "The endpoint `%s` has another title at %s, which is used."
              .formatted(first.id(), first.location());
      diagnostics.add(
          Diagnostic.warning("conflicting-title", second.location(), message)
              .withHint("give it one title"));
    }
    Set<String> fqdns = new TreeSet<>(first.fqdns());
    fqdns.addAll(second.fqdns());
    // What has the title is kept with its place: the next conflict is to show that.
    boolean untitled = first.title().isEmpty() && second.title().isPresent();
    EndpointDeclaration kept = untitled ? second : first;
    return new EndpointDeclaration(
        kept.id(), kept.title(), kept.external(), List.copyOf(fqdns), kept.location());
  }

  private void reportUnused(Environment environment, Set<String> declared) {
    SuggestionsForMany suggestions = new SuggestionsForMany();
    for (Map.Entry<String, Environment.Binding> entry :
        new TreeMap<>(environment.endpoints()).entrySet()) {
      if (!declared.contains(entry.getKey())) {
        String message = "No rule set names the endpoint `" + entry.getKey() + "`.";
        diagnostics.add(
            Diagnostic.warning("unused-endpoint", entry.getValue().location(), message)
                .withHint(suggestions.didYouMean(entry.getKey(), declared)));
      }
    }
  }

  private Endpoint bind(EndpointDeclaration declaration, Environment environment) {
    Optional<Environment.Binding> binding =
        Optional.ofNullable(environment.endpoints().get(declaration.id()));
    Map<String, Record> settings = binding.map(Environment.Binding::settings).orElse(Map.of());
    Set<String> managedBy =
        binding
            .flatMap(Environment.Binding::managedBy)
            .orElseGet(() -> defaultManagers(declaration, environment, settings.keySet()));
    return new Endpoint(
        declaration.id(),
        declaration.title().orElse(declaration.id()),
        declaration.external(),
        new TreeSet<>(declaration.fqdns()).stream().toList(),
        binding.map(Environment.Binding::addresses).orElse(AddressSet.empty()),
        managedBy,
        settings);
  }

  private Set<String> managers(Set<String> withSettings) {
    Set<String> managers = new HashSet<>();
    for (Platform platform : platforms) {
      if (!platform.onlyWithSettings() || withSettings.contains(platform.id())) {
        managers.add(platform.id());
      }
    }
    return managers;
  }

  private Set<String> defaultManagers(
      EndpointDeclaration declaration, Environment environment, Set<String> withSettings) {
    if (declaration.external()) {
      return Set.of();
    }
    return environment.defaultManagedBy().orElseGet(() -> managers(withSettings));
  }
}
