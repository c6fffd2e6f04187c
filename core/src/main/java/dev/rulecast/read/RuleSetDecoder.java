package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Location;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.EndpointDeclaration;
import dev.rulecast.model.HostNames;
import dev.rulecast.model.ParameterDeclaration;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.PredefinedRule;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decodes a rule set. Its rules are handed in one by one, so that their nodes need not be kept. */
final class RuleSetDecoder {
  static final String RULES = "rules";
  static final String PREDEFINED_RULES = "predefinedRules";
  private static final List<String> KEYS =
      List.of("apiVersion", "kind", "metadata", "endpoints", "parameters", RULES, PREDEFINED_RULES);

  private final ValueDecoder values;
  private final Diagnostics diagnostics;
  private final References references = new References();
  private final RuleDecoder ruleDecoder;
  private final PredefinedRuleDecoder predefinedRuleDecoder;
  private final List<Rule> rules = new ArrayList<>();
  private final List<PredefinedRule> predefinedRules = new ArrayList<>();

  RuleSetDecoder(Diagnostics diagnostics) {
    this.values = new ValueDecoder(diagnostics);
    this.diagnostics = diagnostics;
    RuleParts parts = new RuleParts(values, references);
    this.ruleDecoder = new RuleDecoder(parts, references, diagnostics);
    this.predefinedRuleDecoder = new PredefinedRuleDecoder(parts, diagnostics);
  }

  /** Takes one item of {@code rules}. */
  void rule(Node node) {
    ruleDecoder.rule(node).ifPresent(rules::add);
  }

  /** Takes one item of {@code predefinedRules}. */
  void predefinedRule(Node node) {
    predefinedRuleDecoder.rule(node).ifPresent(predefinedRules::add);
  }

  /** The rule set whose rules were handed in before. */
  Optional<RuleSet> decode(Node.Mapping document) {
    Fields fields = new Fields(document, "a rule set", KEYS, diagnostics);
    Optional<Metadata> metadata = fields.required("metadata").flatMap(this::metadata);
    List<EndpointDeclaration> endpoints =
        declarations(fields.required("endpoints"), "endpoints", this::endpoint);
    List<ParameterDeclaration> parameters =
        declarations(fields.optional("parameters"), "parameters", this::parameter);
    Optional<Node> predefined = fields.optional(PREDEFINED_RULES);
    predefined.ifPresent(n -> checkList(n, "`" + PREDEFINED_RULES + "`"));
    Optional<Node> listed =
        predefined.isPresent() ? fields.optional(RULES) : fields.required(RULES);
    listed.ifPresent(n -> checkList(n, "`" + RULES + "`"));
    checkReferences(fields);
    return metadata.map(
        m ->
            new RuleSet(
                m.name,
                m.title,
                m.reference,
                endpoints,
                parameters,
                rules,
                predefinedRules,
                m.place));
  }

  /** Where the declarations are missing or no mapping, that is told already and is enough. */
  private void checkReferences(Fields fields) {
    if (fields.optional("endpoints").orElse(null) instanceof Node.Mapping endpoints) {
      references.checkEndpoints(declaredKeys(endpoints), diagnostics);
    }
    Optional<Node> parameters = fields.optional("parameters");
    if (parameters.isEmpty()) {
      references.checkParameters(Set.of(), diagnostics);
    } else if (parameters.get() instanceof Node.Mapping mapping) {
      references.checkParameters(declaredKeys(mapping), diagnostics);
    }
  }

  private void checkList(Node node, String what) {
    if (!(node instanceof Node.Streamed list)) {
      values.sequence(node, what);
    } else if (list.size() == 0) {
      values.emptyList(node, what);
    }
  }

  private record Metadata(
      String name, Optional<String> title, Optional<String> reference, Location place) {}

  private Optional<Metadata> metadata(Node node) {
    Optional<Node.Mapping> mapping = values.mapping(node, "`metadata`");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    List<String> keys = List.of("name", "title", "reference");
    Fields fields = new Fields(mapping.get(), "metadata", keys, diagnostics);
    Optional<Node> nameNode = fields.required("name");
    Optional<String> name = nameNode.flatMap(n -> values.id(n, "The name of a rule set"));
    Optional<String> title = fields.optional("title").flatMap(n -> values.line(n, "`title`"));
    Optional<String> reference =
        fields.optional("reference").flatMap(n -> values.line(n, "`reference`"));
    return name.map(text -> new Metadata(text, title, reference, nameNode.orElse(node).location()));
  }

  /** Decodes one entry of a mapping from ids to something. */
  private interface EntryDecoder<T> {
    Optional<T> decode(String id, Node.Entry entry);
  }

  private <T> List<T> declarations(Optional<Node> node, String what, EntryDecoder<T> decoder) {
    List<T> declared = new ArrayList<>();
    Optional<Node.Mapping> mapping =
        node.flatMap(n -> values.mappingOrNothing(n, "`" + what + "`"));
    for (Node.Entry entry : mapping.map(Node.Mapping::entries).orElse(List.of())) {
      values.id(entry).flatMap(id -> decoder.decode(id, entry)).ifPresent(declared::add);
    }
    return declared;
  }

  /** The ids that a reference may name, also where the declaration itself has an error. */
  private static Set<String> declaredKeys(Node.Mapping mapping) {
    Set<String> keys = new LinkedHashSet<>();
    mapping.entries().forEach(entry -> keys.add(entry.key()));
    return keys;
  }

  private Optional<EndpointDeclaration> endpoint(String id, Node.Entry entry) {
    String what = "The endpoint `" + id + "`";
    return values
        .mappingOrNothing(entry.value(), what)
        .map(
            mapping -> {
              List<String> keys = List.of("title", "external", "fqdns");
              Fields fields = new Fields(mapping, "an endpoint of a rule set", keys, diagnostics);
              return new EndpointDeclaration(
                  id,
                  fields.optional("title").flatMap(n -> values.line(n, "`title`")),
                  fields
                      .optional("external")
                      .flatMap(n -> values.bool(n, "`external`"))
                      .orElse(false),
                  fields
                      .optional("fqdns")
                      .flatMap(n -> values.list(n, "`fqdns`", this::hostName))
                      .orElse(List.of()),
                  entry.location());
            });
  }

  private Optional<String> hostName(Node node) {
    Optional<String> name = values.line(node, "A host name");
    if (name.isPresent() && !HostNames.isHostName(name.get())) {
      return values.error(
          "host-name",
          node,
          UserText.quote(name.get()) + " is not a host name.",
          "write it as outlook.office365.com or *.office.com");
    }
    return name;
  }

  private Optional<ParameterDeclaration> parameter(String id, Node.Entry entry) {
    String what = "The parameter `" + id + "`";
    return values
        .mappingOrNothing(entry.value(), what)
        .map(
            mapping -> {
              List<String> keys = List.of("description", "default");
              Fields fields = new Fields(mapping, "a parameter", keys, diagnostics);
              Optional<List<PortRange>> ports =
                  fields
                      .optional("default")
                      .flatMap(n -> values.oneOrMore(n, "`default`", values::ports));
              return new ParameterDeclaration(
                  id,
                  fields.optional("description").flatMap(n -> values.line(n, "`description`")),
                  ports,
                  entry.location());
            });
  }
}
