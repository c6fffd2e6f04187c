package dev.rulecast.terraform.azurerm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The rules of network security groups that a plan makes, as the REST API of Azure would be told
 * them. Fails on what it does not understand: a resource of another type, rules inside a group, a
 * value that is unknown before apply, and two rules with one name.
 */
final class PlannedGroups {
  /** Arguments of a rule and its properties in the API ({@code SecurityRulePropertiesFormat}). */
  private static final Map<String, String> PROPERTIES =
      Map.ofEntries(
          Map.entry("name", "name"),
          Map.entry("description", "description"),
          Map.entry("priority", "priority"),
          Map.entry("direction", "direction"),
          Map.entry("access", "access"),
          Map.entry("protocol", "protocol"),
          Map.entry("source_port_range", "sourcePortRange"),
          Map.entry("source_port_ranges", "sourcePortRanges"),
          Map.entry("destination_port_range", "destinationPortRange"),
          Map.entry("destination_port_ranges", "destinationPortRanges"),
          Map.entry("source_address_prefix", "sourceAddressPrefix"),
          Map.entry("source_address_prefixes", "sourceAddressPrefixes"),
          Map.entry("source_application_security_group_ids", "sourceApplicationSecurityGroups"),
          Map.entry("destination_address_prefix", "destinationAddressPrefix"),
          Map.entry("destination_address_prefixes", "destinationAddressPrefixes"),
          Map.entry(
              "destination_application_security_group_ids",
              "destinationApplicationSecurityGroups"));

  private static final String ID =
      "^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft.Network"
          + "/applicationSecurityGroups/";

  private static final Set<String> NOT_OF_THE_RULE =
      Set.of("id", "network_security_group_name", "resource_group_name", "timeouts");

  private final Map<String, List<Map<String, Object>>> groups = new TreeMap<>();

  /**
   * The rules of each group by its name; each rule as its properties, with its name among them.
   *
   * @param plan in JSON
   * @param module address of the module
   */
  static Map<String, List<Map<String, Object>>> of(JsonNode plan, String module) {
    PlannedGroups planned = new PlannedGroups();
    for (JsonNode change : plan.path("resource_changes")) {
      if (change.path("module_address").asString("").equals(module)) {
        planned.read(change);
      }
    }
    return planned.groups;
  }

  private void read(JsonNode change) {
    String address = change.path("address").asString();
    JsonNode after = change.path("change").path("after");
    JsonNode unknown = change.path("change").path("after_unknown");
    require(
        change.path("change").path("actions").toString().equals("[\"create\"]"),
        address + " is not created.");
    switch (change.path("type").asString()) {
      case "azurerm_network_security_group" -> {
        require(after.path("security_rule").isEmpty(), address + " has rules inside the group.");
        groups.computeIfAbsent(after.path("name").asString(), any -> new ArrayList<>());
      }
      case "azurerm_network_security_rule" -> readRule(address, after, unknown);
      default -> throw new AssertionError("Unexpected resource " + address);
    }
  }

  private void readRule(String address, JsonNode after, JsonNode unknown) {
    for (Map.Entry<String, JsonNode> argument : unknown.properties()) {
      require(
          argument.getKey().equals("id") || !argument.getValue().toString().contains("true"),
          address + ": " + argument + " is unknown before apply.");
    }
    Map<String, Object> rule = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> argument : after.properties()) {
      JsonNode value = argument.getValue();
      if (value.isNull() || NOT_OF_THE_RULE.contains(argument.getKey())) {
        continue;
      }
      String property = PROPERTIES.get(argument.getKey());
      require(property != null, address + " has " + argument);
      rule.put(property, property.endsWith("SecurityGroups") ? ids(value) : value(value));
    }
    List<Map<String, Object>> rules =
        groups.computeIfAbsent(
            after.path("network_security_group_name").asString(), any -> new ArrayList<>());
    for (Map<String, Object> other : rules) {
      require(
          !other.get("name").toString().equalsIgnoreCase(rule.get("name").toString()),
          address + " has the name of another rule.");
    }
    rules.add(rule);
  }

  private static Object value(JsonNode value) {
    if (value.isArray()) {
      List<Object> items = new ArrayList<>();
      value.forEach(item -> items.add(value(item)));
      return items;
    }
    return value.isNumber() ? (Object) value.asInt() : value.asString();
  }

  private static List<Map<String, String>> ids(JsonNode value) {
    List<Map<String, String>> ids = new ArrayList<>();
    value.forEach(id -> ids.add(Map.of("id", id.asString().replaceFirst(ID, "id of "))));
    return ids;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}
