package dev.rulecast.terraform.azurerm;

import dev.rulecast.azurensg.ApplicationSecurityGroup;
import dev.rulecast.azurensg.NetworkSecurityGroup;
import dev.rulecast.azurensg.NsgAddresses;
import dev.rulecast.azurensg.NsgRule;
import dev.rulecast.model.Cidr;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.readme.Widenings;
import dev.rulecast.template.Code;
import dev.rulecast.terraform.Arguments;
import dev.rulecast.terraform.azurerm.NsgView.RuleView;
import dev.rulecast.terraform.azurerm.NsgView.RulesView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns network security groups of the plan into what the template needs. */
final class NsgViews {
  /** Denies with smaller priorities are exceptions to the allows; see {@link NsgRule}. */
  private static final int FIRST_ALLOW = 1_000;

  private NsgViews() {}

  static NsgView of(NetworkSecurityGroup group, GroupOrigin origin) {
    List<RulesView> rules = new ArrayList<>();
    List<Code> after = new ArrayList<>();
    for (Part part : parts(group)) {
      rules.add(rules(part, List.copyOf(after)));
      after.add(part.name);
    }
    return new NsgView(
        heading(group, origin), new Code(NsgName.identifier(group.name())), group.name(), rules);
  }

  static NsgOutputView output(NetworkSecurityGroup group) {
    return new NsgOutputView(
        new Code(NsgName.identifier(group.name())),
        group.name(),
        parts(group).stream().map(Part::name).toList());
  }

  private record Part(Code name, List<NsgRule> rules) {}

  /**
   * The denies that are exceptions to the allows, and all other rules: Terraform makes rules in any
   * order, and where one fails the others stay. An allow must not be there without its exceptions.
   */
  private static List<Part> parts(NetworkSecurityGroup group) {
    String name = NsgName.identifier(group.name());
    return Stream.of(
            new Part(
                new Code(name + "_denies"),
                group.rules().stream().filter(NsgViews::isException).toList()),
            new Part(
                new Code(name + "_rules"),
                group.rules().stream().filter(rule -> !isException(rule)).toList()))
        .filter(part -> !part.rules.isEmpty())
        .toList();
  }

  private static boolean isException(NsgRule rule) {
    return rule.priority() < FIRST_ALLOW;
  }

  private static RulesView rules(Part part, List<Code> after) {
    return new RulesView(
        part.name,
        after,
        part.rules.stream().anyMatch(rule -> isOpen(rule.source()) && isOpen(rule.destination())),
        part.rules.stream()
            .anyMatch(rule -> mayBeEmpty(rule.source()) || mayBeEmpty(rule.destination())),
        part.rules.stream().map(NsgViews::rule).toList());
  }

  /** Whether an end is an input of either family. */
  private static boolean isOpen(NsgAddresses addresses) {
    return addresses instanceof NsgAddresses.Input input && input.input().family().isEmpty();
  }

  private static boolean mayBeEmpty(NsgAddresses addresses) {
    return addresses instanceof NsgAddresses.Input input && NsgInputs.mayBeEmpty(input.input());
  }

  private static String heading(NetworkSecurityGroup group, GroupOrigin origin) {
    String endpoints =
        group.endpoints().stream().map(NsgViews::heading).collect(Collectors.joining(", "));
    if (origin == GroupOrigin.EXISTING) {
      return endpoints + ", in the existing group " + group.name();
    }
    return group.named() ? endpoints + ", in the group " + group.name() : endpoints;
  }

  private static String heading(Endpoint endpoint) {
    return endpoint.title().equals(endpoint.id())
        ? endpoint.id()
        : endpoint.id() + ": " + endpoint.title();
  }

  private static RuleView rule(NsgRule rule) {
    Arguments arguments =
        new Arguments()
            .text("description", rule.description())
            .number("priority", rule.priority())
            .text("direction", rule.direction())
            .text("access", rule.access())
            .text("protocol", rule.protocol())
            .text("destination_port_range", rule.destinationPorts())
            .texts("source_port_ranges", rule.sourcePorts());
    add(arguments, "source", rule.source());
    add(arguments, "destination", rule.destination());
    return new RuleView(Widenings.comments(rule.widenings()), rule.name(), arguments.aligned());
  }

  private static void add(Arguments arguments, String end, NsgAddresses addresses) {
    String prefixes = end + "_address_prefixes";
    if (addresses instanceof NsgAddresses.Prefixes blocks) {
      List<String> texts = new ArrayList<>(blocks.cidrs().size());
      for (Cidr cidr : blocks.cidrs()) {
        texts.add(cidr.toString());
      }
      arguments.texts(prefixes, texts);
    } else if (addresses instanceof NsgAddresses.ServiceTag tag) {
      arguments.texts(prefixes, List.of(tag.name()));
    } else if (addresses instanceof NsgAddresses.Input input) {
      arguments.code(prefixes, NsgInputs.prefixes(input.input()));
    } else if (addresses instanceof NsgAddresses.ApplicationGroups many) {
      arguments.code(
          end + "_application_security_group_ids",
          many.groups().stream().map(NsgViews::id).collect(Collectors.joining(", ", "[", "]")));
    } else {
      arguments.texts(prefixes, List.of("*"));
    }
  }

  private static String id(ApplicationSecurityGroup group) {
    return group.isResourceId()
        ? "\"" + canonical(group.reference()) + "\""
        : "data.azurerm_application_security_group.this[\"" + group.reference() + "\"].id";
  }

  /** The provider compares ids with those that Azure returns, whose fixed parts have one case. */
  private static String canonical(String id) {
    String[] parts = id.split("/", -1);
    return "/subscriptions/%s/resourceGroups/%s/providers/Microsoft.Network/applicationSecurityGroups/%s"
        .formatted(parts[2], parts[4], parts[8]);
  }
}
