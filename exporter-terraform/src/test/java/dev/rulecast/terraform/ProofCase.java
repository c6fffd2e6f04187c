package dev.rulecast.terraform;

import dev.rulecast.testkit.reference.AwsOptions;
import dev.rulecast.testkit.reference.Permission;
import dev.rulecast.testkit.reference.Reference;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * A module, and the documents that it must mean.
 *
 * @param name names the module in its root: letters, digits and hyphens
 * @param module the folder of the module
 * @param documents texts of rule sets and of an environment
 * @param groupsFirst the option {@code terraform.peers=group}
 * @param asOf the day of the export
 * @param variables values for the module's variables besides {@code vpc_id}
 */
record ProofCase(
    String name,
    Path module,
    List<String> documents,
    boolean groupsFirst,
    LocalDate asOf,
    Map<String, Object> variables) {
  private static final String INPUT = "_addresses";

  static ProofCase of(String name, Path module, String... documents) {
    return new ProofCase(
        name, module, List.of(documents), false, LocalDate.of(2026, 1, 1), Map.of());
  }

  ProofCase withGroupsFirst() {
    return new ProofCase(name, module, documents, true, asOf, variables);
  }

  ProofCase asOf(LocalDate day) {
    return new ProofCase(name, module, documents, groupsFirst, day, variables);
  }

  ProofCase withVariables(Map<String, Object> values) {
    return new ProofCase(name, module, documents, groupsFirst, asOf, values);
  }

  ProofRoot.Call call() {
    return new ProofRoot.Call(name, module, variables);
  }

  /** What the documents say that the module must contain. */
  SortedSet<Permission> expected() {
    return Reference.of(asOf, documents.toArray(String[]::new))
        .awsSecurityGroups(new AwsOptions(groupsFirst, inputs(variables)));
  }

  /** The addresses in variables such as {@code dns_server_addresses}, by endpoint. */
  static Map<String, List<String>> inputs(Map<String, Object> variables) {
    Map<String, List<String>> inputs = new HashMap<>();
    variables.forEach(
        (name, value) -> {
          if (name.endsWith(INPUT)) {
            List<String> cidrs = new ArrayList<>();
            for (Object family : ((Map<?, ?>) value).values()) {
              ((Map<?, ?>) family).values().forEach(cidr -> cidrs.add((String) cidr));
            }
            String endpoint = name.substring(0, name.length() - INPUT.length());
            inputs.put(endpoint.replace('_', '-'), cidrs);
          }
        });
    return inputs;
  }
}
