package dev.rulecast.terraform;

import dev.rulecast.azurensg.PrefixInput;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.template.Code;
import dev.rulecast.terraform.InputView.ConditionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The variables of endpoints whose addresses the caller of a module of Azure rules gives. */
final class NsgInputs {
  private NsgInputs() {}

  /** One for each endpoint, although an endpoint can have an input for each family. */
  static List<InputView> of(List<PrefixInput> inputs) {
    Map<Endpoint, List<Set<IpFamily>>> needs = new TreeMap<>();
    for (PrefixInput input : inputs) {
      Set<IpFamily> families = input.family().map(Set::of).orElse(Set.of(IpFamily.values()));
      needs.computeIfAbsent(input.endpoint(), any -> new ArrayList<>(2)).add(families);
    }
    return needs.entrySet().stream().map(e -> view(e.getKey(), e.getValue())).toList();
  }

  private static InputView view(Endpoint endpoint, List<Set<IpFamily>> needs) {
    String name = Hcl.identifier(endpoint.id()) + "_addresses";
    List<ConditionView> more = new ArrayList<>();
    if (needs.contains(Set.of(IpFamily.values()))) {
      more.add(
          new ConditionView(
              new Code("length(var.%s.ipv4) == 0 || length(var.%s.ipv6) == 0".formatted(name, name)),
              "The %s value must hold addresses of one family: no rule of Azure has both."
                  .formatted(name)));
    }
    return InputViews.of(endpoint, needs).withConditions(more);
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
