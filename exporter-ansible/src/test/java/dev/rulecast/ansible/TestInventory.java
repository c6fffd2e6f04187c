package dev.rulecast.ansible;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An inventory for the groups of a play: each has a host of its own, and one host is in all.
 *
 * @param groups of the play
 * @param variables of all hosts
 */
record TestInventory(List<String> groups, Map<String, Object> variables) {
  /** The host that is in every group. */
  static final String EVERY = "every.test";

  /** A host that no play of an output is for. */
  static final String MARKER = "marker.test";

  static TestInventory of(Map<String, String> files, Map<String, Object> variables) {
    List<?> plays = (List<?>) YamlReader.document(files.getOrDefault("site.yml", "[]"));
    List<String> groups = new ArrayList<>();
    for (Object group : (List<?>) ((Map<?, ?>) plays.get(0)).get("hosts")) {
      groups.add((String) group);
    }
    return new TestInventory(groups, variables);
  }

  /** The host that is in this group alone. */
  static String host(String group) {
    return group.replace('_', '-') + ".test";
  }

  List<String> groupsOf(String host) {
    return groups.stream().filter(g -> host.equals(EVERY) || host.equals(host(g))).toList();
  }

  List<String> hosts() {
    List<String> hosts = new ArrayList<>(groups.stream().map(TestInventory::host).toList());
    hosts.add(EVERY);
    return hosts;
  }

  /** As a file; JSON is YAML. */
  String text() {
    Map<String, Object> children = new LinkedHashMap<>();
    for (String group : groups) {
      children.put(group, Map.of("hosts", Map.of(host(group), Map.of(), EVERY, Map.of())));
    }
    children.put("marker", Map.of("hosts", Map.of(MARKER, Map.of())));
    return new JsonMapper()
        .writeValueAsString(Map.of("all", Map.of("vars", variables, "children", children)));
  }
}
