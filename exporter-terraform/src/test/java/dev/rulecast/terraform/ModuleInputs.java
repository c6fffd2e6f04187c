package dev.rulecast.terraform;

import dev.rulecast.terraform.hcl.EvaluatedModule;
import dev.rulecast.terraform.hcl.Provider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a caller gives to a module of EC2 security groups.
 *
 * @param files of the module, by name
 */
record ModuleInputs(Map<String, String> files) {
  private static final String ADDRESSES = "_addresses";

  /**
   * Values for the variables, without {@code vpc_id}. Too many families are refused as too few are,
   * so that one choice fits.
   *
   * @param networks of an unbound endpoint, of both families
   */
  Map<String, Object> values(Function<String, List<String>> networks) {
    Map<String, Object> values = new TreeMap<>(Map.of("tags", Map.of("Team", "100 %{x} ${y}")));
    for (String variable : variables()) {
      if (variable.equals("name_prefix")) {
        values.put(variable, "case-");
      } else if (variable.endsWith(ADDRESSES)) {
        String name = variable.substring(0, variable.length() - ADDRESSES.length());
        values.put(variable, accepted(variable, networks.apply(name.replace('_', '-'))));
      }
    }
    return values;
  }

  private Map<String, Object> accepted(String variable, List<String> networks) {
    Map<String, String> ipv4 = new TreeMap<>();
    Map<String, String> ipv6 = new TreeMap<>();
    for (String cidr : networks) {
      Map<String, String> family = cidr.contains(":") ? ipv6 : ipv4;
      family.put("net" + family.size(), cidr);
    }
    return Stream.of(
            Map.<String, Object>of("ipv4", ipv4, "ipv6", ipv6),
            Map.<String, Object>of("ipv4", ipv4),
            Map.<String, Object>of("ipv6", ipv6))
        .filter(value -> isAccepted(variable, value))
        .findFirst()
        .orElseThrow(() -> new AssertionError(variable + " refuses everything"));
  }

  /** Whether a variable takes a value, whatever the others say. */
  private boolean isAccepted(String variable, Map<String, Object> value) {
    Map<String, Object> values = new HashMap<>(Map.of("name_prefix", "case-"));
    variables().forEach(name -> values.putIfAbsent(name, Map.of()));
    values.keySet().retainAll(variables());
    values.put(variable, value);
    return evaluated(values, address -> address).refusals().stream()
        .noneMatch(refusal -> refusal.contains(variable));
  }

  /**
   * The module with these values.
   *
   * @param groupIds the id that EC2 gives to a group, by its address in the module
   */
  EvaluatedModule evaluated(Map<String, Object> values, UnaryOperator<String> groupIds) {
    Map<String, Object> all = new HashMap<>(values);
    if (variables().contains("vpc_id")) {
      all.put("vpc_id", "vpc-0123456789abcdef0");
    }
    return EvaluatedModule.of(Provider.AWS, files, all, (address, any) -> groupIds.apply(address));
  }

  private List<String> variables() {
    return EvaluatedModule.variables(Provider.AWS, files);
  }
}
