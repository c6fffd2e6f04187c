package dev.rulecast.read;

import dev.rulecast.diagnostic.Location;
import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the two kinds of rule of one rule set have in common: their ids and their endpoints. */
final class RuleParts {
  /** What people write who know other port tables. */
  private static final Set<String> EVERYBODY = Set.of("any", "all", "*");

  private final ValueDecoder values;
  private final References references;
  private final Map<String, Location> ids = new HashMap<>();

  RuleParts(ValueDecoder values, References references) {
    this.values = values;
    this.references = references;
  }

  /** The id of a rule, which no other rule of the rule set has. */
  Optional<String> id(Fields fields, String what) {
    Optional<Node> node = fields.required("id");
    Optional<String> id = node.flatMap(n -> values.id(n, what));
    return id.isPresent() ? unique(id.get(), node.get()) : id;
  }

  private Optional<String> unique(String id, Node node) {
    Location first = ids.putIfAbsent(id, node.location());
    if (first == null) {
      return Optional.of(id);
    }
    String message = "The rule id " + UserText.quote(id) + " occurs twice; the first is at line ";
    return values.error(
        "duplicate-id", node, message + first.line() + ".", "give each rule its own id");
  }

  /** The endpoints that a key names, each once. */
  Optional<List<String>> endpoints(Fields fields, String key) {
    return fields
        .required(key)
        .flatMap(n -> values.oneOrMore(n, "`" + key + "`", this::endpoint))
        .map(RuleParts::distinct);
  }

  private Optional<String> endpoint(Node node) {
    if (node instanceof Node.Scalar scalar && EVERYBODY.contains(scalar.text())) {
      return values.error(
          "id",
          node,
          UserText.quote(scalar.text()) + " is not an endpoint.",
          "declare an endpoint for it, and give that the addresses [any] in the environment");
    }
    Optional<String> id = values.id(node, "An endpoint");
    id.ifPresent(name -> references.endpoint(name, node.location()));
    return id;
  }

  /** One of a few words. */
  Optional<String> choice(Node node, String key, List<String> allowed) {
    Optional<String> word = values.word(node, "`" + key + "`");
    if (word.isPresent() && !allowed.contains(word.get())) {
      String message = "The %s %s is unknown.".formatted(key, UserText.quote(word.get()));
      Optional<String> near = Suggestions.didYouMean(word.get(), allowed);
      return values.error(
          "unknown-value", node, message, near.orElse("write " + String.join(" or ", allowed)));
    }
    return word;
  }

  static <T> List<T> distinct(List<T> items) {
    return items.size() < 2 ? items : items.stream().distinct().toList();
  }
}
