package dev.rulecast.ansible;

import dev.rulecast.ansible.AnsiblePlan.HostRules;
import dev.rulecast.ansible.AnsiblePlan.InputNeeds;
import dev.rulecast.ansible.FirewallRule.Match;
import dev.rulecast.exporter.PredefinedDemand;
import dev.rulecast.model.Action;
import dev.rulecast.model.IpFamily;
import dev.rulecast.model.PredefinedName;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Side;
import dev.rulecast.readme.Widenings;
import dev.rulecast.template.Code;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns the plan into what the templates need. */
final class Views {
  private final String role;

  Views(String role) {
    this.role = role;
  }

  HostView host(HostRules host) {
    return new HostView(
        Inventory.group(host.endpoint()),
        new Code('"' + String.join("\", \"", host.profiles()) + '"'),
        lazily(host.rules(), this::rule),
        host.builtInGroups().stream()
            .map(
                group ->
                    new HostView.BuiltInView(
                        group.name(),
                        Widenings.comments(group.reasons()).stream().map(Code::new).toList()))
            .toList());
  }

  /** Each view is made when it is asked for: there may be a million. */
  static <T, V> List<V> lazily(List<T> items, Function<T, V> view) {
    return new AbstractList<>() {
      @Override
      public V get(int index) {
        return view.apply(items.get(index));
      }

      @Override
      public int size() {
        return items.size();
      }
    };
  }

  private RuleView rule(FirewallRule rule) {
    Match match = rule.match();
    return new RuleView(
        rule.name(),
        match.side() == Side.INBOUND ? "in" : "out",
        match.action() == Action.ALLOW ? "allow" : "block",
        match.protocol(),
        match.hasPorts(),
        match.localPort(),
        match.remotePort(),
        remoteIp(rule.remote()),
        match.program(),
        match.service(),
        match.icmpTypeCode(),
        Descriptions.of(rule.purposes()));
  }

  private Object remoteIp(Remote remote) {
    if (remote instanceof Remote.Input input) {
      return new Code(
          "\"{{ %s_addresses['%s']%s | unique | join(',') }}\""
              .formatted(role, Inventory.group(input.endpoint()), filter(input.families())));
    }
    return ((Remote.Known) remote).text();
  }

  /** Only IPv6 addresses have a colon. */
  private static String filter(Set<IpFamily> families) {
    if (families.size() > 1) {
      return "";
    }
    return families.contains(IpFamily.IPV4)
        ? " | reject('search', ':')"
        : " | select('search', ':')";
  }

  static InputView input(InputNeeds input) {
    return new InputView(
        Inventory.group(input.endpoint()),
        input.endpoint().id(),
        description(input.endpoint()),
        versions(input.usable()),
        versions(input.required()),
        expected(input),
        example(input));
  }

  private static List<Code> versions(Collection<IpFamily> families) {
    return families.stream().map(family -> new Code(family == IpFamily.IPV4 ? "4" : "6")).toList();
  }

  private static String expected(InputNeeds input) {
    String usable = words(input.usable(), " or ");
    return input.required().size() > 1
        ? "at least one IPv4 and one IPv6 address"
        : input.required().isEmpty() || input.required().equals(input.usable())
            ? "at least one " + usable + " address"
            : "at least one " + words(input.required(), "") + " address";
  }

  private static String words(Collection<IpFamily> families, String joint) {
    return families.stream().map(IpFamily::displayName).collect(Collectors.joining(joint));
  }

  /** Out of the ranges for documentation (RFC 5737, RFC 3849). */
  private static List<String> example(InputNeeds input) {
    List<String> example = new ArrayList<>();
    if (input.required().contains(IpFamily.IPV4)
        || (input.required().isEmpty() && input.usable().contains(IpFamily.IPV4))) {
      example.add("192.0.2.10");
    }
    if (input.required().contains(IpFamily.IPV6)) {
      example.add("2001:db8::10");
    }
    return example;
  }

  private static String description(Endpoint endpoint) {
    StringBuilder text = new StringBuilder("Addresses of ").append(endpoint.id());
    if (!endpoint.title().equals(endpoint.id())) {
      text.append(" (").append(endpoint.title()).append(')');
    }
    text.append(": a list of addresses, networks without host bits, or ranges a-b.");
    if (!endpoint.fqdns().isEmpty()) {
      text.append(" Host names: ").append(String.join(", ", endpoint.fqdns())).append('.');
    }
    return text.toString();
  }

  static PredefinedView predefined(PredefinedDemand demand) {
    return new PredefinedView(
        demand.peer().id(),
        demand.endpoint().id(),
        demand.use().rule().rules().stream()
            .map(PredefinedName::text)
            .distinct()
            .sorted()
            .collect(Collectors.joining("\n")),
        demand.use().rule().purpose().map(String::strip).orElse(""),
        demand.use().reference());
  }
}
