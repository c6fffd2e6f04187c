package dev.rulecast.importer;

import dev.rulecast.importer.ImportedRuleSet.Item;
import dev.rulecast.model.Action;
import dev.rulecast.model.EndpointDeclaration;
import dev.rulecast.model.PortParameter;
import dev.rulecast.model.PortSpec;
import dev.rulecast.model.PredefinedRule;
import dev.rulecast.model.Protocol;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleSet;
import java.util.List;

/** Writes rule sets as a colleague would: the keys in the order of the documentation. */
final class RuleSetWriter {
  private final StringBuilder out = new StringBuilder();
  private final ImportedRuleSet imported;

  private RuleSetWriter(ImportedRuleSet imported) {
    this.imported = imported;
  }

  static String write(ImportedRuleSet imported) {
    RuleSetWriter writer = new RuleSetWriter(imported);
    writer.head();
    writer.endpoints();
    writer.parameters();
    writer.rules();
    writer.predefinedRules();
    return writer.out.toString();
  }

  private void head() {
    comment("", "Imported from " + imported.source() + ". Review it before you commit it.");
    int unread = imported.unread();
    if (unread > 0) {
      String rows = unread == 1 ? "1 row was" : unread + " rows were";
      comment("", rows + " not read: see the comments below.");
    }
    RuleSet ruleSet = imported.ruleSet();
    line("apiVersion: rulecast/v1");
    line("kind: RuleSet");
    line("metadata:");
    line("  name: " + ruleSet.name());
    ruleSet.title().ifPresent(title -> line("  title: " + Yaml.scalar(title)));
    ruleSet.reference().ifPresent(text -> line("  reference: " + Yaml.scalar(text)));
  }

  private void endpoints() {
    line("endpoints:");
    for (EndpointDeclaration endpoint : imported.ruleSet().endpoints()) {
      String said = imported.said().get(endpoint.id());
      if (said != null) {
        comment("  ", "The table says: " + said);
      }
      line("  " + endpoint.id() + ":");
      endpoint.title().ifPresent(title -> line("    title: " + Yaml.scalar(title)));
      if (endpoint.external()) {
        line("    external: true");
      }
      if (!endpoint.fqdns().isEmpty()) {
        line("    fqdns: " + Yaml.list(endpoint.fqdns()));
      }
    }
  }

  private void parameters() {
    if (imported.ruleSet().parameters().isEmpty()) {
      return;
    }
    line("parameters:");
    imported
        .ruleSet()
        .parameters()
        .forEach(
            parameter -> {
              line("  " + parameter.id() + ":");
              parameter
                  .description()
                  .ifPresent(text -> line("    description: " + Yaml.scalar(text)));
            });
  }

  private void rules() {
    boolean any = !imported.ruleSet().rules().isEmpty();
    if (any) {
      line("rules:");
    }
    for (Item item : imported.items()) {
      if (item instanceof Item.Title title) {
        comment("  ", title.text());
      } else if (item instanceof Item.Unread unread) {
        unread(any ? "  " : "", unread.row());
      } else if (item instanceof Item.OfRule rule) {
        if (rule.first()) {
          comment("  ", "Line " + rule.rule().location().line());
        }
        rule(rule.rule());
      }
    }
  }

  private void unread(String indent, Entry.Unread row) {
    row.problems()
        .forEach(problem -> comment(indent, "Line " + row.line() + ". " + problem.message()));
    comment(indent, "  " + Words.tidy(row.source()));
  }

  private void rule(Rule rule) {
    line("  - id: " + rule.id());
    if (rule.action() == Action.DENY) {
      line("    action: deny");
    }
    line("    source: " + oneOrMore(rule.sources()));
    line("    destination: " + oneOrMore(rule.destinations()));
    line("    protocol: " + oneOrMore(rule.protocols().stream().map(Protocol::toString).toList()));
    if (!rule.ports().isEmpty()) {
      line("    ports: " + Yaml.list(ports(rule.ports())));
    }
    if (!rule.sourcePorts().isEmpty()) {
      line("    sourcePorts: " + Yaml.list(ports(rule.sourcePorts())));
    }
    if (!rule.icmpTypes().isEmpty()) {
      line("    icmpTypes: " + Yaml.list(IcmpNames.of(rule.icmpTypes())));
    }
    rule.program().ifPresent(path -> line("    program: " + Yaml.scalar(path)));
    line("    purpose: " + Yaml.text(rule.note().purpose(), "      "));
    rule.note().owner().ifPresent(text -> line("    owner: " + Yaml.scalar(text)));
    rule.note().ticket().ifPresent(text -> line("    ticket: " + Yaml.scalar(text)));
    rule.note().notes().ifPresent(text -> line("    notes: " + Yaml.text(text, "      ")));
    rule.expires().ifPresent(day -> line("    expires: " + day));
  }

  private void predefinedRules() {
    if (imported.predefined().isEmpty()) {
      return;
    }
    line("predefinedRules:");
    for (ImportedRuleSet.Predefined item : imported.predefined()) {
      PredefinedRule rule = item.rule();
      comment("  ", "Line " + rule.location().line());
      line("  - id: " + rule.id());
      line("    platform: " + rule.platform());
      line("    source: " + oneOrMore(rule.sources()));
      line("    endpoint: " + oneOrMore(rule.endpoints()));
      line("    rules:");
      for (int i = 0; i < rule.rules().size(); i++) {
        item.written().get(i).ifPresent(text -> comment("      ", "The document writes: " + text));
        line("      - " + Yaml.scalar(rule.rules().get(i).text()));
      }
      item.unread().forEach(name -> unread("      ", name));
      rule.purpose().ifPresent(text -> line("    purpose: " + Yaml.text(text, "      ")));
    }
  }

  private static List<String> ports(List<PortSpec> specs) {
    return specs.stream()
        .map(spec -> spec instanceof PortParameter p ? "$" + p.name() : spec.toString())
        .toList();
  }

  private static String oneOrMore(List<String> items) {
    return items.size() == 1 ? items.get(0) : Yaml.list(items);
  }

  private void comment(String indent, String text) {
    line(indent + "# " + Yaml.comment(text));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
