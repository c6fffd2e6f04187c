package dev.rulecast.ansible;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Addresses for the inputs of a role, each with its own. */
final class TestInputs {
  private TestInputs() {}

  /** Networks and ranges of the families that the role can use, by endpoint. */
  static Map<String, List<String>> of(Map<String, String> files, String role) {
    Map<String, List<String>> inputs = new LinkedHashMap<>();
    RoleReader.inputs(files, role)
        .forEach(
            (name, usable) -> {
              List<String> given = new ArrayList<>();
              int number = inputs.size();
              if (usable.contains(4)) {
                given.add("198.18." + number + ".0/25");
                given.add("198.18." + number + ".200-198.18." + number + ".210");
              }
              if (usable.contains(6)) {
                given.add("2001:db8:f" + number + "::/64");
              }
              inputs.put(name.replace('_', '-'), given);
            });
    return inputs;
  }

  /** The role's variables. */
  static Map<String, Object> variables(Map<String, List<String>> inputs, String role) {
    Map<String, Object> addresses = new LinkedHashMap<>();
    inputs.forEach((endpoint, given) -> addresses.put(endpoint.replace('-', '_'), given));
    return addresses.isEmpty() ? Map.of() : Map.of(role + "_addresses", addresses);
  }
}
