package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Location;
import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.Environment;
import dev.rulecast.model.Platform;
import dev.rulecast.model.RuleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads documents. What is wrong goes to the diagnostics, all of it in one pass; the results are
 * usable only if these hold no error.
 */
public final class DocumentReader {
  /** The version of both kinds of document. */
  public static final String API_VERSION = "rulecast/v1";

  private static final String RULE_SET = "RuleSet";
  private static final String ENVIRONMENT = "Environment";

  private final Map<String, Platform> platforms;
  private final Diagnostics diagnostics;
  private final Map<String, Location> names = new HashMap<>();
  private int rules;

  /**
   * A reader for one run.
   *
   * @param platforms the installed platforms by id, which an environment may name
   */
  public DocumentReader(Map<String, Platform> platforms, Diagnostics diagnostics) {
    this.platforms = Map.copyOf(platforms);
    this.diagnostics = diagnostics;
  }

  /**
   * Reads rule sets.
   *
   * @throws IOException if an input cannot be read at all
   */
  public List<RuleSet> ruleSets(List<Input> inputs) throws IOException {
    List<RuleSet> found = new ArrayList<>();
    for (Input input : inputs) {
      new TokenSource(input, diagnostics).forEachDocument(nodes -> ruleSet(input, nodes, found));
    }
    return found;
  }

  /**
   * Reads the one environment of an input.
   *
   * @throws IOException if the input cannot be read at all
   */
  public Optional<Environment> environment(Input input) throws IOException {
    List<Environment> found = new ArrayList<>();
    new TokenSource(input, diagnostics).forEachDocument(nodes -> environment(nodes, found));
    return found.stream().findFirst();
  }

  private void ruleSet(Input input, NodeReader nodes, List<RuleSet> found) {
    Diagnostics ofRules = new Diagnostics();
    RuleSetDecoder decoder = new RuleSetDecoder(ofRules);
    Node document = nodes.read(new RuleSink(input, decoder));
    Optional<Node.Mapping> mapping = document(document);
    if (mapping.isEmpty() || !isKind(mapping.get(), RULE_SET)) {
      return;
    }
    Optional<RuleSet> ruleSet = decoder.decode(mapping.get());
    diagnostics.addAll(ofRules);
    ruleSet.filter(this::isNewName).ifPresent(found::add);
  }

  private void environment(NodeReader nodes, List<Environment> found) {
    Optional<Node.Mapping> mapping = document(nodes.read(new NoSink()));
    if (mapping.isEmpty() || !isKind(mapping.get(), ENVIRONMENT)) {
      return;
    }
    if (!found.isEmpty()) {
      diagnostics.add(
          Diagnostic.error(
                  "several-environments",
                  mapping.get().location(),
                  "This is the second environment; a run has one.")
              .withHint("keep each environment in a file of its own"));
    }
    new EnvironmentDecoder(platforms, diagnostics).decode(mapping.get()).ifPresent(found::add);
  }

  private Optional<Node.Mapping> document(Node node) {
    if (node instanceof Node.Scalar scalar
        && (scalar.kind() == Node.Kind.NULL || scalar.text().isEmpty())) {
      diagnostics.add(
          Diagnostic.error("empty-document", node.location(), "The document is empty.")
              .withHint("delete it, or begin it with apiVersion: " + API_VERSION));
      return Optional.empty();
    }
    return new ValueDecoder(diagnostics).mapping(node, "A document");
  }

  private boolean isKind(Node.Mapping document, String wanted) {
    ValueDecoder values = new ValueDecoder(diagnostics);
    Fields fields = new Fields(document, "a document", keys(document), diagnostics);
    Optional<Node> versionNode = fields.required("apiVersion");
    Optional<String> version = versionNode.flatMap(n -> values.word(n, "apiVersion"));
    if (version.isPresent() && !version.get().equals(API_VERSION)) {
      values.error(
          "api-version",
          versionNode.get(),
          "The apiVersion " + UserText.quote(version.get()) + " is unknown.",
          "write " + API_VERSION);
    }
    Optional<Node> kindNode = fields.required("kind");
    Optional<String> kind = kindNode.flatMap(n -> values.word(n, "kind"));
    if (kind.isEmpty() || kind.get().equals(wanted)) {
      return kind.isPresent();
    }
    reportKind(kindNode.get(), kind.get(), wanted);
    return false;
  }

  private static List<String> keys(Node.Mapping document) {
    return document.entries().stream().map(Node.Entry::key).toList();
  }

  private void reportKind(Node node, String kind, String wanted) {
    List<String> kinds = List.of(RULE_SET, ENVIRONMENT);
    Diagnostic wrong =
        Diagnostic.error(
            "kind",
            node.location(),
            "The kind %s is not %s.".formatted(UserText.quote(kind), wanted));
    if (!kinds.contains(kind)) {
      wrong = wrong.withHint(Suggestions.didYouMean(kind, kinds).orElse("write " + wanted));
    } else if (wanted.equals(RULE_SET)) {
      wrong = wrong.withHint("give an environment with -e, not among the rule sets");
    } else {
      wrong = wrong.withHint("give rule sets without -e");
    }
    diagnostics.add(wrong);
  }

  private boolean isNewName(RuleSet ruleSet) {
    Location first = names.putIfAbsent(ruleSet.name(), ruleSet.location());
    if (first != null) {
      String message =
          "The rule set %s occurs twice; the first is at %s."
              .formatted(UserText.quote(ruleSet.name()), first);
      diagnostics.add(
          Diagnostic.error("duplicate-rule-set", ruleSet.location(), message)
              .withHint("rename one of them, or name the file once"));
    }
    return first == null;
  }

  /** Hands the rules of a document to its decoder one by one, and counts them. */
  private final class RuleSink implements NodeReader.ItemSink {
    private final Input input;
    private final RuleSetDecoder decoder;

    RuleSink(Input input, RuleSetDecoder decoder) {
      this.input = input;
      this.decoder = decoder;
    }

    @Override
    public boolean takes(String topLevelKey) {
      return topLevelKey.equals("rules");
    }

    @Override
    public void accept(Node item) {
      rules++;
      if (rules > Limits.MAX_RULES) {
        throw new TooMuchException(
            Diagnostic.error(
                    "too-many-rules",
                    item.location(),
                    "%s brings the run over %,d rules.".formatted(input.name(), Limits.MAX_RULES))
                .withHint("split the run"));
      }
      decoder.rule(item);
    }
  }

  private static final class NoSink implements NodeReader.ItemSink {
    @Override
    public boolean takes(String topLevelKey) {
      return false;
    }

    @Override
    public void accept(Node item) {
      throw new IllegalStateException();
    }
  }
}
