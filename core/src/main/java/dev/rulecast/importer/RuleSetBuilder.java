package dev.rulecast.importer;

import dev.rulecast.diagnostic.Location;
import dev.rulecast.importer.ImportedRuleSet.Item;
import dev.rulecast.model.EndpointDeclaration;
import dev.rulecast.model.Ids;
import dev.rulecast.model.ParameterDeclaration;
import dev.rulecast.model.PortParameter;
import dev.rulecast.model.PortSpec;
import dev.rulecast.model.PredefinedName;
import dev.rulecast.model.PredefinedRule;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes a rule set of what was read of one table, once all names of the run have their ids. */
final class RuleSetBuilder {
  private final ImportSource source;
  private final EndpointNames names;
  private final UniqueIds parametersOfRun;
  private final RuleIds ids = new RuleIds();
  private final SortedMap<String, EndpointDeclaration> endpoints = new TreeMap<>();
  private final Map<String, SortedSet<String>> fqdnsById = new TreeMap<>();
  private final SortedMap<String, ParameterDeclaration> parameters = new TreeMap<>();
  private final Map<String, String> said = new TreeMap<>();
  private final List<Item> items = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<ImportedRuleSet.Predefined> predefined = new ArrayList<>();

  /**
   * A builder for one rule set.
   *
   * @param parametersOfRun the parameters of the run up to here, to which this adds its own: a
   *     parameter is the same in every rule set
   */
  RuleSetBuilder(ImportSource source, EndpointNames names, UniqueIds parametersOfRun) {
    this.source = source;
    this.names = names;
    this.parametersOfRun = parametersOfRun;
  }

  ImportedRuleSet build(
      String name, Table table, List<Entry> entries, List<PredefinedDraft> lists) {
    entries.forEach(this::add);
    lists.forEach(this::add);
    Location place = table.location();
    boolean named = !source.fileName().equals("-");
    String file = Texts.title(source.fileName());
    RuleSet ruleSet =
        new RuleSet(
            name,
            Optional.of(Texts.title(table.section().title(), source.stem())),
            named ? Optional.of(file) : Optional.empty(),
            List.copyOf(endpoints.values()),
            List.copyOf(parameters.values()),
            rules,
            predefined.stream().map(ImportedRuleSet.Predefined::rule).toList(),
            place);
    String from = (named ? file : "standard input") + ", line " + place.line();
    return new ImportedRuleSet(ruleSet, from, said, items, predefined);
  }

  private void add(Entry entry) {
    if (entry instanceof Entry.Title title) {
      items.add(new Item.Title(title.title()));
    } else if (entry instanceof Entry.Unread unread) {
      items.add(new Item.Unread(unread));
    } else if (entry instanceof Entry.Rules row) {
      boolean first = true;
      for (Draft draft : row.drafts()) {
        Rule rule = rule(draft, row.line());
        rules.add(rule);
        items.add(new Item.OfRule(rule, first));
        first = false;
      }
    }
  }

  private Rule rule(Draft draft, int line) {
    List<String> sources = draft.sources().stream().map(this::declare).distinct().toList();
    List<String> destinations =
        draft.destinations().stream().map(this::declare).distinct().toList();
    Location place = new Location(source.name(), line, 1);
    List<PortSpec> ports = new ArrayList<>(draft.ports());
    if (draft.custom()) {
      ports.add(new PortParameter(parameter(draft.destinations().get(0), place), place));
    }
    String id =
        draft
            .id()
            .filter(ids::take)
            .orElseGet(() -> ids.id(draft, sources.get(0), destinations.get(0)));
    return new Rule(
        id,
        draft.action(),
        sources,
        destinations,
        draft.protocols(),
        ports,
        List.copyOf(draft.sourcePorts()),
        draft.icmpTypes(),
        draft.program(),
        draft.note(),
        draft.expires(),
        place);
  }

  private String declare(EndpointName name) {
    String id = names.id(name);
    SortedSet<String> fqdns = fqdnsById.computeIfAbsent(id, any -> new TreeSet<>());
    fqdns.addAll(name.fqdns());
    endpoints.put(
        id,
        new EndpointDeclaration(
            id,
            Optional.of(Texts.title(names.title(name), id)),
            names.isExternal(name),
            List.copyOf(fqdns),
            Location.startOf(source.name())));
    name.said().ifPresent(text -> said.putIfAbsent(id, text));
    return id;
  }

  private String parameter(EndpointName destination, Location place) {
    String suffix = "-port";
    String id =
        parametersOfRun.unique(
            Slug.cut(names.id(destination), Ids.MAX_CHARS - suffix.length()) + suffix);
    String title = Texts.title(names.title(destination), id);
    parameters.put(
        id,
        new ParameterDeclaration(
            id, Optional.of("Custom port of " + title), Optional.empty(), place));
    return id;
  }

  private void add(PredefinedDraft draft) {
    if (draft.names().isEmpty()) {
      draft.unread().forEach(unread -> items.add(new Item.Unread(unread)));
      return;
    }
    Location place = new Location(source.name(), draft.place(), 1);
    PredefinedRule rule =
        new PredefinedRule(
            ids.predefined(draft),
            "windows",
            List.of(declare(draft.source())),
            List.of(declare(draft.endpoint())),
            draft.names().stream().map(name -> new PredefinedName(name.text(), place)).toList(),
            Optional.of(draft.purpose()),
            place);
    predefined.add(
        new ImportedRuleSet.Predefined(
            rule,
            draft.names().stream().map(PredefinedDraft.Name::written).toList(),
            draft.unread()));
  }
}
