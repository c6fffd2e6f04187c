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
import tools.jackson.core.JacksonException;

/**
 * Reads documents. What is wrong goes to the diagnostics, all of it in one pass; the results are
 * usable only if these hold no error.
 */
public final class DocumentReader {
  /** The version of both kinds of document. */
  public static final String API_VERSION = "rulecast/v1";

  private static final String RULE_SET = "RuleSet";
  private static final String ENVIRONMENT = "Environment";
  private static final List<String> KINDS = List.of(RULE_SET, ENVIRONMENT);

  private final Map<String, Platform> platforms;
  private final Diagnostics diagnostics;
  private final Limits limits;
  private final Map<String, Location> names = new HashMap<>();
  private int rules;

  /**
   * A reader for one run.
   *
   * @param platforms the installed platforms by id, which an environment may name
   */
  public DocumentReader(Map<String, Platform> platforms, Diagnostics diagnostics) {
    this(platforms, diagnostics, Limits.DEFAULT);
  }

  DocumentReader(Map<String, Platform> platforms, Diagnostics diagnostics, Limits limits) {
    this.platforms = Map.copyOf(platforms);
    this.diagnostics = diagnostics;
    this.limits = limits;
  }

  /**
   * Reads rule sets.
   *
   * @throws IOException if an input cannot be read at all
   */
  public List<RuleSet> ruleSets(List<Input> inputs) throws IOException {
    List<RuleSet> found = new ArrayList<>();
    for (Input input : inputs) {
      new TokenSource(input, limits)
          .forEachDocument(diagnostics, nodes -> ruleSet(nodes).ifPresent(found::add));
    }
    return found;
  }

  /**
   * Reads the one environment of an input.
   *
   * @throws IOException if the input cannot be read at all
   */
  public Optional<Environment> environment(Input input) throws IOException {
    List<Node.Mapping> documents = new ArrayList<>();
    List<Environment> found = new ArrayList<>();
    new TokenSource(input, limits)
        .forEachDocument(diagnostics, nodes -> environment(nodes, documents, found));
    return found.stream().findFirst();
  }

  private Optional<RuleSet> ruleSet(NodeReader nodes) {
    Diagnostics diagnosticsOfRules = new Diagnostics();
    RuleSetDecoder decoder = new RuleSetDecoder(diagnosticsOfRules);
    Node document;
    try {
      document = nodes.read(new RuleSink(decoder));
    } catch (JacksonException | UnreadableException e) {
      // What the document is, nobody knows; that it has rules is reason enough to tell of them.
      nodes.diagnostics().addAll(diagnosticsOfRules);
      throw e;
    }
    Optional<Node.Mapping> mapping = documentOf(document, RULE_SET, nodes.diagnostics());
    Optional<RuleSet> ruleSet = mapping.flatMap(decoder::decode);
    if (mapping.isPresent()) {
      nodes.diagnostics().addAll(diagnosticsOfRules);
    }
    return ruleSet.filter(r -> isNewName(r, nodes.diagnostics()));
  }

  private void environment(
      NodeReader nodes, List<Node.Mapping> documents, List<Environment> found) {
    Diagnostics ofDocument = nodes.diagnostics();
    Node document = nodes.read(NodeReader.ItemSink.NONE);
    Optional<Node.Mapping> mapping = documentOf(document, ENVIRONMENT, ofDocument);
    if (mapping.isEmpty()) {
      return;
    }
    if (!documents.isEmpty()) {
      ofDocument.add(
          Diagnostic.error(
                  "several-environments",
                  mapping.get().location(),
                  "A run has one environment; the first is at line %s."
                      .formatted(documents.get(0).location().line()))
              .withHint("keep each environment in a file of its own"));
    }
    documents.add(mapping.get());
    new EnvironmentDecoder(platforms, ofDocument).decode(mapping.get()).ifPresent(found::add);
  }

  /** The document, if it is worth decoding as the wanted kind. */
  private static Optional<Node.Mapping> documentOf(
      Node node, String wanted, Diagnostics diagnostics) {
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NULL) {
      diagnostics.add(
          Diagnostic.error("empty-document", node.location(), "The document is empty.")
              .withHint("delete it, or begin it with apiVersion: " + API_VERSION));
      return Optional.empty();
    }
    ValueDecoder values = new ValueDecoder(diagnostics);
    return values.mapping(node, "A document").filter(m -> isWorthDecoding(m, wanted, values));
  }

  /**
   * Whether the document is of the wanted kind, or meant to be: one right key of the two is enough,
   * so that a mistake in the other does not hide the mistakes behind it.
   */
  private static boolean isWorthDecoding(
      Node.Mapping document, String wanted, ValueDecoder values) {
    Fields fields = Fields.among(document, "a document", values.diagnostics());
    Optional<Node> versionNode = fields.required("apiVersion");
    Optional<String> version =
        versionNode.flatMap(n -> values.literal(n, "`apiVersion`", "text", "write " + API_VERSION));
    boolean versionIsRight = version.isPresent() && version.get().equals(API_VERSION);
    if (version.isPresent() && !versionIsRight) {
      values.error(
          "api-version",
          versionNode.get(),
          "The apiVersion " + UserText.quote(version.get()) + " is unknown.",
          "write " + API_VERSION);
    }
    Optional<Node> kindNode = fields.required("kind");
    Optional<String> kind =
        kindNode.flatMap(n -> values.literal(n, "`kind`", "text", "write " + wanted));
    if (kind.isPresent() && kind.get().equals(wanted)) {
      return true;
    }
    kind.ifPresent(k -> reportKind(kindNode.get(), k, wanted, values));
    boolean isOtherKind = kind.isPresent() && KINDS.contains(kind.get());
    return versionIsRight && !isOtherKind;
  }

  private static void reportKind(Node node, String kind, String wanted, ValueDecoder values) {
    String hint = Suggestions.didYouMean(kind, KINDS).orElse("write " + wanted);
    if (kind.equals(ENVIRONMENT)) {
      hint = "give an environment with -e, not among the rule sets";
    } else if (kind.equals(RULE_SET)) {
      hint = "give rule sets without -e";
    }
    String message = "The kind %s is not %s.".formatted(UserText.quote(kind), wanted);
    values.error("kind", node, message, hint);
  }

  private boolean isNewName(RuleSet ruleSet, Diagnostics ofDocument) {
    Location first = names.putIfAbsent(ruleSet.name(), ruleSet.location());
    if (first != null) {
      String message =
          "The rule set %s occurs twice; the first is at %s."
              .formatted(UserText.quote(ruleSet.name()), first);
      ofDocument.add(
          Diagnostic.error("duplicate-rule-set", ruleSet.location(), message)
              .withHint("rename one of them, or name the file once"));
    }
    return first == null;
  }

  /** Hands the rules of a document to its decoder one by one, and counts them. */
  private final class RuleSink implements NodeReader.ItemSink {
    private final RuleSetDecoder decoder;

    RuleSink(RuleSetDecoder decoder) {
      this.decoder = decoder;
    }

    @Override
    public boolean takes(String topLevelKey) {
      return topLevelKey.equals(RuleSetDecoder.RULES)
          || topLevelKey.equals(RuleSetDecoder.PREDEFINED_RULES);
    }

    @Override
    public void accept(String topLevelKey, Node item) {
      rules++;
      if (rules > limits.maxRules()) {
        String message = "This rule brings the run over the %s rules that are read.";
        throw UnreadableException.after(
            Diagnostic.error(
                    "too-many-rules", item.location(), message.formatted(limits.maxRules()))
                .withHint("split the run"));
      }
      if (topLevelKey.equals(RuleSetDecoder.RULES)) {
        decoder.rule(item);
      } else {
        decoder.predefinedRule(item);
      }
    }
  }
}
