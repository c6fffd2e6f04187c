package dev.rulecast.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import dev.rulecast.model.Action;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.EndpointDeclaration;
import dev.rulecast.model.Environment;
import dev.rulecast.model.IpRange;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleNote;
import dev.rulecast.model.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Adds a rule to documents, before and behind all others, and looks what became of the rest. */
final class Additions {
  private static final PortRange PORT = new PortRange(61_616, 61_616);

  private Additions() {}

  /** The documents with one more rule each, by what is special about it. */
  static Map<String, Documents> to(Documents documents) {
    RuleSet first =
        documents.ruleSets().stream().filter(r -> !r.rules().isEmpty()).findFirst().orElseThrow();
    Rule pattern = first.rules().get(0);
    String source = pattern.sources().get(0);
    String destination = pattern.destinations().get(0);
    Map<String, Documents> more = new LinkedHashMap<>();
    for (String id : List.of("a-0", "zz-added")) {
      more.put(
          "the rule " + id + " between endpoints that are there",
          with(documents, first, rule(id, source, destination, first), List.of()));
      more.put(
          "the rule " + id + " between new endpoints",
          with(
              documents,
              first,
              rule(id, id + "-client", id + "-server", first),
              List.of(id + "-client", id + "-server")));
    }
    return more;
  }

  private static Rule rule(String id, String source, String destination, RuleSet ruleSet) {
    return new Rule(
        id,
        Action.ALLOW,
        List.of(source),
        List.of(destination),
        List.of(Protocol.TCP),
        List.of(PORT),
        List.of(),
        List.of(),
        Optional.empty(),
        new RuleNote("Added", Optional.empty(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        ruleSet.location());
  }

  private static Documents with(
      Documents documents, RuleSet changed, Rule rule, List<String> endpoints) {
    List<Rule> rules = new ArrayList<>(changed.rules());
    rules.add(rule);
    List<EndpointDeclaration> declarations = new ArrayList<>(changed.endpoints());
    Map<String, Environment.Binding> bindings = new HashMap<>(documents.environment().endpoints());
    for (String id : endpoints) {
      declarations.add(
          new EndpointDeclaration(id, Optional.empty(), false, List.of(), changed.location()));
      AddressSet addresses =
          AddressSet.of(
              List.of(IpRange.parse("172.31." + id.length() + "." + bindings.size() + "/32")));
      bindings.put(
          id, new Environment.Binding(addresses, Optional.empty(), Map.of(), changed.location()));
    }
    RuleSet longer =
        new RuleSet(
            changed.name(),
            changed.title(),
            changed.reference(),
            declarations,
            changed.parameters(),
            rules,
            changed.predefinedRules(),
            changed.location());
    Environment environment =
        new Environment(
            documents.environment().name(),
            documents.environment().defaultManagedBy(),
            bindings,
            documents.environment().parameters());
    return new Documents(
        documents.name(),
        documents.ruleSets().stream()
            .map(r -> r.name().equals(changed.name()) ? longer : r)
            .toList(),
        environment);
  }

  /** Fails if a line is gone, or another file is. */
  static void check(
      String addition,
      Map<String, String> before,
      Map<String, String> after,
      BiPredicate<String, String> isSummary) {
    before.forEach(
        (path, text) -> {
          String now = after.get(path);
          if (now == null) {
            fail("With %s more, the file %s is gone.".formatted(addition, path));
            return;
          }
          List<String> left = new ArrayList<>(lines(path, text, isSummary));
          for (String line : lines(path, now, isSummary)) {
            if (!left.isEmpty() && left.get(0).equals(line)) {
              left.remove(0);
            }
          }
          if (!left.isEmpty()) {
            throw Differences.failure(
                "With %s more, this line of %s is gone, changed, or elsewhere: `%s`. Adding a rule"
                        .formatted(addition, path, left.get(0).strip())
                    + " may only add lines: name things by what they are (endpoints, protocol, ports),"
                    + " never by position or number; if the line counts, say so in isSummaryLine.",
                Map.of(path, text),
                Map.of(path, now));
          }
        });
  }

  private static List<String> lines(
      String path, String text, BiPredicate<String, String> isSummary) {
    boolean json = path.endsWith(".json");
    return text.lines()
        .filter(line -> !isSummary.test(path, line))
        // JSON needs a comma where another item follows.
        .map(line -> json && line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
        .toList();
  }
}
