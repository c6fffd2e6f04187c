package dev.rulecast.readme;

import dev.rulecast.model.Action;
import dev.rulecast.model.Cidr;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Policy;
import dev.rulecast.template.Language;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the README of every output begins with: its rule sets, and the table of its rules. */
public final class RuleTable {
  private static final int MAX_ADDRESSES = 3;

  private final Templates templates = new Templates(RuleTable.class, Language.markdown());
  private final Policy policy;
  private final List<Flow> flows;
  private final Map<Endpoint, String> places = new HashMap<>();

  /**
   * The table of an output.
   *
   * @param policy whose rule sets are named
   * @param flows what the output has rules for, in canonical order; each is one row, those that are
   *     denied in a table of their own
   */
  public RuleTable(Policy policy, List<Flow> flows) {
    this.policy = policy;
    this.flows = flows;
  }

  /**
   * Writes the beginning of a README, in Markdown.
   *
   * @param heading of the README, such as {@code EC2 security groups}
   */
  public void write(String heading, Writer out) throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("heading", heading);
    model.put("ruleSets", policy.ruleSets());
    model.put("rows", rows(Action.ALLOW));
    model.put("denied", rows(Action.DENY));
    templates.render("rules.md.ftl", model, out);
  }

  /** Each row is made when it is asked for: there may be a million. */
  private List<RuleRow> rows(Action action) {
    List<Flow> alike = flows.stream().filter(flow -> flow.action() == action).toList();
    return new AbstractList<>() {
      @Override
      public RuleRow get(int index) {
        return row(alike.get(index));
      }

      @Override
      public int size() {
        return alike.size();
      }
    };
  }

  private RuleRow row(Flow flow) {
    return new RuleRow(
        places.computeIfAbsent(flow.source(), RuleTable::place),
        places.computeIfAbsent(flow.destination(), RuleTable::place),
        flow.traffic().protocol().toString(),
        flow.traffic().protocol().isAny() ? "any" : flow.traffic().service(),
        String.join("\n", flow.purposes()).strip(),
        String.join(", ", flow.references()));
  }

  private static String place(Endpoint endpoint) {
    List<Cidr> cidrs = endpoint.addresses().cidrs();
    if (cidrs.isEmpty()) {
      return endpoint.id();
    }
    List<String> shown =
        new ArrayList<>(cidrs.stream().limit(MAX_ADDRESSES).map(Object::toString).toList());
    if (cidrs.size() > MAX_ADDRESSES) {
      shown.add("and " + (cidrs.size() - MAX_ADDRESSES) + " more");
    }
    return endpoint.id() + " (" + String.join(", ", shown) + ")";
  }
}
