package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The keys of one mapping, of which every one must be known. */
final class Fields {
  private final Node.Mapping mapping;
  private final String what;
  private final Diagnostics diagnostics;

  /**
   * Reports every key that is not among the known ones.
   *
   * @param what the thing that the mapping describes, for messages: {@code a rule}
   */
  Fields(Node.Mapping mapping, String what, List<String> known, Diagnostics diagnostics) {
    this(mapping, what, diagnostics);
    for (Node.Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        reportUnknown(entry, known);
      }
    }
  }

  private Fields(Node.Mapping mapping, String what, Diagnostics diagnostics) {
    this.mapping = mapping;
    this.what = what;
    this.diagnostics = diagnostics;
  }

  /** The keys of a mapping that has others too, which are somebody else's to judge. */
  static Fields among(Node.Mapping mapping, String what, Diagnostics diagnostics) {
    return new Fields(mapping, what, diagnostics);
  }

  private void reportUnknown(Node.Entry entry, List<String> known) {
    String message = "The key %s is unknown in %s.".formatted(UserText.quote(entry.key()), what);
    String allowed = "the keys of " + what + " are " + String.join(", ", known);
    diagnostics.add(
        Diagnostic.error("unknown-key", entry.location(), message)
            .withHint(Suggestions.didYouMean(entry.key(), known).orElse(allowed)));
  }

  /** The value of a key that may be left out. */
  Optional<Node> optional(String key) {
    return mapping.get(key);
  }

  /**
   * A key that may be left out: the inner value is absent if it is, the outer one if it is wrong.
   */
  <T> Optional<Optional<T>> optional(String key, Function<Node, Optional<T>> decode) {
    Optional<Node> node = optional(key);
    if (node.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    Optional<T> value = decode.apply(node.get());
    return value.isPresent() ? Optional.of(value) : Optional.empty();
  }

  /** A key that may be left out, with what it means then; absent if it is wrong. */
  <T> Optional<T> optional(String key, Function<Node, Optional<T>> decode, T otherwise) {
    Optional<Node> node = optional(key);
    return node.isEmpty() ? Optional.of(otherwise) : decode.apply(node.get());
  }

  /** The value of a key that must be there; its absence is reported at the mapping. */
  Optional<Node> required(String key) {
    Optional<Node> value = mapping.get(key);
    if (value.isEmpty()) {
      String message = "The key `%s` is missing in %s.".formatted(key, what);
      diagnostics.add(
          Diagnostic.error("missing-key", mapping.location(), message).withHint("add " + key));
    }
    return value;
  }
}
