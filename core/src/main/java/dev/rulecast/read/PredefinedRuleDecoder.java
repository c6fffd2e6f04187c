package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.model.PredefinedName;
import dev.rulecast.model.PredefinedRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decodes the items of {@code predefinedRules}. */
final class PredefinedRuleDecoder {
  private static final List<String> KEYS =
      List.of("id", "platform", "source", "endpoint", "rules", "purpose");

  /** The platforms whose own rules a rule set can ask for. */
  private static final List<String> PLATFORMS = List.of("windows");

  private final ValueDecoder values;
  private final RuleParts parts;
  private final Diagnostics diagnostics;

  PredefinedRuleDecoder(RuleParts parts, Diagnostics diagnostics) {
    this.values = new ValueDecoder(diagnostics);
    this.parts = parts;
    this.diagnostics = diagnostics;
  }

  /** A predefined rule, or nothing where it has an error. */
  Optional<PredefinedRule> rule(Node node) {
    return values.mapping(node, "A predefined rule").flatMap(this::rule);
  }

  private Optional<PredefinedRule> rule(Node.Mapping mapping) {
    Fields fields = new Fields(mapping, "a predefined rule", KEYS, diagnostics);
    var id = parts.id(fields, "The id of a predefined rule");
    var platform = fields.required("platform").flatMap(n -> parts.choice(n, "platform", PLATFORMS));
    var sources = parts.endpoints(fields, "source");
    var targets = parts.endpoints(fields, "endpoint");
    var rules = fields.required("rules").flatMap(n -> values.list(n, "`rules`", this::name));
    var purpose = fields.optional("purpose", n -> values.lines(n, "`purpose`"));
    boolean complete =
        Stream.of(id, platform, sources, targets, rules, purpose).allMatch(Optional::isPresent);
    if (!complete) {
      return Optional.empty();
    }
    return Optional.of(
        new PredefinedRule(
            id.get(),
            platform.get(),
            sources.get(),
            targets.get(),
            rules.get(),
            purpose.get(),
            mapping.location()));
  }

  private Optional<PredefinedName> name(Node node) {
    return values
        .line(node, "The name of a predefined rule")
        .map(text -> new PredefinedName(text, node.location()));
  }
}
