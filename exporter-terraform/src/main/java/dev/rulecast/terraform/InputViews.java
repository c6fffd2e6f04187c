package dev.rulecast.terraform;

import dev.rulecast.awssg.AwsSgPlan.InputNeeds;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.template.Code;
import dev.rulecast.terraform.InputView.ConditionView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the inputs of a plan into what the templates need. */
public final class InputViews {
  private InputViews() {}

  static InputView of(InputNeeds input) {
    return of(input.endpoint(), input.needs());
  }

  /**
   * The variable of an endpoint.
   *
   * @param needs for each need of some rule, the families of which one is enough
   */
  public static InputView of(Endpoint endpoint, List<Set<IpFamily>> needs) {
    String name = Hcl.identifier(endpoint.id());
    String variable = "var." + name + "_addresses";
    Set<IpFamily> usable = EnumSet.noneOf(IpFamily.class);
    List<ConditionView> conditions = new ArrayList<>();
    for (Set<IpFamily> families : needs) {
      usable.addAll(families);
      conditions.add(notEmpty(variable, name, families));
    }
    for (IpFamily family : IpFamily.values()) {
      if (!usable.contains(family)) {
        conditions.add(useless(variable, name, family));
      }
    }
    return new InputView(
        new Code(name), endpoint.id(), description(endpoint), example(needs), conditions);
  }

  /** For each need one address, out of the ranges for documentation (RFC 5737, RFC 3849). */
  private static List<Code> example(List<Set<IpFamily>> needs) {
    boolean ipv6 = needs.contains(Set.of(IpFamily.IPV6));
    boolean ipv4 = !ipv6 || needs.contains(Set.of(IpFamily.IPV4));
    List<Code> lines = new ArrayList<>();
    if (ipv4) {
      lines.add(new Code("ipv4 = { primary = \"192.0.2.10/32\" }"));
    }
    if (ipv6) {
      lines.add(new Code("ipv6 = { primary = \"2001:db8::10/128\" }"));
    }
    return lines;
  }

  private static ConditionView notEmpty(String variable, String name, Set<IpFamily> families) {
    String lengths =
        families.stream()
            .sorted()
            .map(family -> "length(" + variable + "." + attribute(family) + ")")
            .collect(Collectors.joining(" + "));
    String words =
        families.stream().sorted().map(IpFamily::displayName).collect(Collectors.joining(" or "));
    return new ConditionView(
        new Code(lengths + " > 0"),
        "The "
            + name
            + "_addresses value must hold at least one "
            + words
            + " address: without it a rule would open nothing.");
  }

  private static ConditionView useless(String variable, String name, IpFamily family) {
    return new ConditionView(
        new Code("length(" + variable + "." + attribute(family) + ") == 0"),
        "The "
            + name
            + "_addresses value must hold no "
            + family.displayName()
            + " address: no rule could use it.");
  }

  /** What the addresses of a family are called in the variable. */
  public static String attribute(IpFamily family) {
    return family == IpFamily.IPV4 ? "ipv4" : "ipv6";
  }

  private static String description(Endpoint endpoint) {
    StringBuilder text = new StringBuilder("Addresses of ").append(endpoint.id());
    if (!endpoint.title().equals(endpoint.id())) {
      text.append(" (").append(endpoint.title()).append(')');
    }
    text.append(" in CIDR notation, each under a label of your choice.");
    if (!endpoint.fqdns().isEmpty()) {
      text.append(" Host names: ").append(String.join(", ", endpoint.fqdns())).append('.');
    }
    return text.toString();
  }
}
