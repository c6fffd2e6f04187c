package dev.rulecast.ansible;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what a role passes to {@code win_firewall_rule}, where there is no Ansible to ask: the
 * variables, put into the arguments as the tasks do it. That Ansible does the same is what {@link
 * AnsibleExamplesTest} proves.
 */
final class RoleReader {
  private static final Pattern INPUT =
      Pattern.compile(
          "\\{\\{ [a-z0-9_]+_addresses\\['([a-z0-9_]+)'\\](?: \\| (reject|select)\\('search', ':'\\))?"
              + " \\| unique \\| join\\(','\\) \\}\\}");

  private RoleReader() {}

  /** The arguments of the calls for each inventory group, by endpoint. */
  static SortedMap<String, List<Map<String, Object>>> calls(
      Map<String, String> files, String role, Map<String, List<String>> inputs) {
    SortedMap<String, List<Map<String, Object>>> calls = new TreeMap<>();
    Map<?, ?> variables = variables(files, role);
    groups(variables, role + "_rules")
        .forEach(
            (group, rules) -> {
              for (Object rule : rules) {
                calls
                    .computeIfAbsent(endpoint(group), any -> new ArrayList<>())
                    .add(arguments((Map<?, ?>) rule, inputs));
              }
            });
    groups(variables, role + "_built_in_groups")
        .forEach(
            (group, names) -> {
              for (Object name : names) {
                calls
                    .computeIfAbsent(endpoint(group), any -> new ArrayList<>())
                    .add(Map.of("group", text(name), "enabled", true, "state", "present"));
              }
            });
    return calls;
  }

  static Map<?, ?> variables(Map<String, String> files, String role) {
    String text = files.get("roles/" + role + "/vars/main.yml");
    return text == null ? Map.of() : (Map<?, ?>) YamlReader.document(text);
  }

  /** The inputs of a role: versions of IP that can be used, by key. */
  static Map<String, List<?>> inputs(Map<String, String> files, String role) {
    Map<String, List<?>> inputs = new LinkedHashMap<>();
    if (variables(files, role).get(role + "_inputs") instanceof List<?> list) {
      for (Object item : list) {
        Map<?, ?> input = (Map<?, ?>) item;
        inputs.put(text(input.get("name")), (List<?>) input.get("usable"));
      }
    }
    return inputs;
  }

  private static Map<String, List<?>> groups(Map<?, ?> variables, String name) {
    Map<String, List<?>> groups = new LinkedHashMap<>();
    if (variables.get(name) instanceof Map<?, ?> map) {
      map.forEach((group, items) -> groups.put((String) group, (List<?>) items));
    }
    return groups;
  }

  private static String endpoint(String group) {
    return group.replace('_', '-');
  }

  private static Map<String, Object> arguments(Map<?, ?> rule, Map<String, List<String>> inputs) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    rule.forEach(
        (key, value) ->
            arguments.put(
                (String) key,
                value instanceof List<?> list
                    ? list.stream().map(RoleReader::text).toList()
                    : text(value)));
    arguments.put("group", "a group");
    arguments.put("enabled", true);
    arguments.put("localip", "any");
    arguments.put("state", "present");
    arguments.computeIfPresent("remoteip", (key, value) -> resolved((String) value, inputs));
    return arguments;
  }

  private static String resolved(String remoteIp, Map<String, List<String>> inputs) {
    Matcher input = INPUT.matcher(remoteIp);
    if (!input.matches()) {
      return remoteIp;
    }
    Stream<String> given = inputs.getOrDefault(endpoint(input.group(1)), List.of()).stream();
    if (input.group(2) != null) {
      boolean ipv6 = input.group(2).equals("select");
      given = given.filter(address -> address.contains(":") == ipv6);
    }
    return String.join(",", given.toList());
  }

  private static String text(Object value) {
    return value instanceof YamlReader.Unsafe unsafe ? unsafe.text() : (String) value;
  }
}
