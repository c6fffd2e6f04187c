package dev.rulecast.terraform.azurerm;

import dev.rulecast.azurensg.AzureNsgPlan;
import dev.rulecast.azurensg.PrefixInput;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import dev.rulecast.template.Code;
import dev.rulecast.terraform.Hcl;
import dev.rulecast.terraform.InputView;
import dev.rulecast.terraform.InputView.ConditionView;
import dev.rulecast.terraform.InputViews;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The variables of endpoints whose addresses the caller of a module gives. Each has a place for
 * either family, but rules have one.
 */
final class NsgInputs {
  private static final Set<IpFamily> EITHER = Set.of(IpFamily.values());

  /** Families of the inputs of an endpoint; empty: one of either family. */
  private final Map<Endpoint, Set<IpFamily>> families = new TreeMap<>();

  private final Map<Endpoint, Set<Set<IpFamily>>> needs = new HashMap<>();

  private NsgInputs(AzureNsgPlan plan) {
    for (PrefixInput input : plan.inputs()) {
      Set<IpFamily> known =
          families.computeIfAbsent(input.endpoint(), any -> EnumSet.noneOf(IpFamily.class));
      input.family().ifPresent(known::add);
    }
    for (Flow flow : plan.flows()) {
      need(flow.source(), flow.destination(), flow);
      need(flow.destination(), flow.source(), flow);
    }
  }

  static List<InputView> of(AzureNsgPlan plan) {
    NsgInputs inputs = new NsgInputs(plan);
    return inputs.families.keySet().stream().map(inputs::view).toList();
  }

  /**
   * Where the other end has addresses of both families, those of one are enough: the rule of the
   * other family is for nobody, and is left out. Two inputs could be left without a family in
   * common, so that both then need each.
   */
  private void need(Endpoint endpoint, Endpoint peer, Flow flow) {
    Set<IpFamily> own = families.get(endpoint);
    if (own == null) {
      return;
    }
    Set<IpFamily> usable = EnumSet.copyOf(flow.families());
    Set<Set<IpFamily>> all = needs.computeIfAbsent(endpoint, any -> new HashSet<>());
    if (own.isEmpty()) {
      all.add(EITHER);
      return;
    }
    usable.retainAll(own);
    if (families.containsKey(peer)) {
      usable.forEach(family -> all.add(Set.of(family)));
    } else {
      all.add(Set.copyOf(usable));
    }
  }

  private InputView view(Endpoint endpoint) {
    List<Set<IpFamily>> all =
        needs.getOrDefault(endpoint, Set.of()).stream()
            .sorted(
                Comparator.<Set<IpFamily>>comparingInt(Set::size)
                    .thenComparing(need -> Collections.min(need)))
            .toList();
    InputView view = InputViews.of(endpoint, all);
    boolean mayHaveBoth = !families.getOrDefault(endpoint, Set.of()).isEmpty();
    return mayHaveBoth ? view : view.withConditions(List.of(oneFamily(endpoint)));
  }

  private static ConditionView oneFamily(Endpoint endpoint) {
    String name = Hcl.identifier(endpoint.id()) + "_addresses";
    return new ConditionView(
        new Code("length(var.%s.ipv4) == 0 || length(var.%s.ipv6) == 0".formatted(name, name)),
        "The %s value must hold addresses of one family: no rule of Azure has both."
            .formatted(name));
  }

  /** Whether an input has no addresses where the caller gives some of the other family only. */
  static boolean mayBeEmpty(PrefixInput input) {
    return !input.only();
  }

  /** An expression for the list of prefixes of an input. */
  static String prefixes(PrefixInput input) {
    String variable = "var." + Hcl.identifier(input.endpoint().id()) + "_addresses.";
    return input
        .family()
        .map(family -> "values(" + variable + InputViews.attribute(family) + ")")
        .orElse("concat(values(" + variable + "ipv4), values(" + variable + "ipv6))");
  }
}
