package dev.rulecast.azurensg;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Azure Resource Manager makes of a template: expressions evaluated, copies made, security
 * rules where they belong. Shares no code with the exporter.
 *
 * <p>Functions are those of "ARM template functions"; an unknown one is an error.
 */
final class ArmTemplate {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode template;
  private final Map<String, Object> parameters = new HashMap<>();

  /** A deployment that Resource Manager refuses. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private ArmTemplate(JsonNode template, Map<String, ?> given) {
    this.template = template;
    for (Map.Entry<String, JsonNode> parameter : template.path("parameters").properties()) {
      Object value = given.get(parameter.getKey());
      if (value == null && parameter.getValue().has("defaultValue")) {
        value = evaluate(parameter.getValue().get("defaultValue"), new Scope(Map.of(), -1));
      }
      if (value == null) {
        throw new Refused("No value for " + parameter.getKey());
      }
      int least = parameter.getValue().path("minLength").asInt(0);
      int length = value instanceof List<?> list ? list.size() : value.toString().length();
      if (length < least) {
        throw new Refused(parameter.getKey() + " is too short");
      }
      parameters.put(parameter.getKey(), value);
    }
  }

  /**
   * The rules of each network security group after a deployment, by its name; each rule as its
   * properties, with its name among them.
   *
   * @param given the values of parameters
   * @throws Refused if Resource Manager would refuse it
   */
  static Map<String, List<Map<String, Object>>> deploy(String json, Map<String, ?> given) {
    return new ArmTemplate(JSON.readTree(json), given).groups();
  }

  private record Scope(Map<String, Object> lambda, int copyIndex) {
    Scope with(String name, Object value) {
      Map<String, Object> more = new HashMap<>(lambda);
      more.put(name, value);
      return new Scope(more, copyIndex);
    }
  }

  private Map<String, List<Map<String, Object>>> groups() {
    Map<String, List<Map<String, Object>>> groups = new TreeMap<>();
    for (JsonNode resource : template.get("resources")) {
      Scope scope = new Scope(Map.of(), -1);
      String name = resource.has("copy") ? "" : (String) evaluate(resource.get("name"), scope);
      switch (resource.get("type").asString()) {
        case "Microsoft.Network/networkSecurityGroups" -> {
          List<Map<String, Object>> rules = new ArrayList<>();
          for (JsonNode rule : resource.get("properties").get("securityRules")) {
            rules.add(
                rule(evaluate(rule.get("name"), scope), evaluate(rule.get("properties"), scope)));
          }
          groups.put(name, rules);
        }
        case "Microsoft.Network/networkSecurityGroups/securityRules" -> addCopies(resource, groups);
        default -> throw new IllegalArgumentException("An unknown resource: " + resource);
      }
    }
    return groups;
  }

  private void addCopies(JsonNode resource, Map<String, List<Map<String, Object>>> groups) {
    JsonNode copy = resource.get("copy");
    if (!copy.path("mode").asString("").equals("serial") || copy.path("batchSize").asInt(0) != 1) {
      throw new IllegalArgumentException("The rules are not added one after another: " + copy);
    }
    int count = (Integer) evaluate(copy.get("count"), new Scope(Map.of(), -1));
    for (int i = 0; i < count; i++) {
      Scope scope = new Scope(Map.of(), i);
      String[] name = ((String) evaluate(resource.get("name"), scope)).split("/", 2);
      groups
          .computeIfAbsent(name[0], any -> new ArrayList<>())
          .add(rule(name[1], evaluate(resource.get("properties"), scope)));
    }
  }

  private static Map<String, Object> rule(Object name, Object properties) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("name", name);
    ((Map<?, ?>) properties).forEach((key, value) -> rule.put((String) key, value));
    return rule;
  }

  private Object evaluate(JsonNode node, Scope scope) {
    if (node.isObject()) {
      Map<String, Object> object = new LinkedHashMap<>();
      node.properties().forEach(e -> object.put(e.getKey(), evaluate(e.getValue(), scope)));
      return object;
    }
    if (node.isArray()) {
      List<Object> array = new ArrayList<>();
      node.forEach(item -> array.add(evaluate(item, scope)));
      return array;
    }
    if (!node.isString()) {
      return node.asInt();
    }
    String text = node.asString();
    if (!text.startsWith("[") || !text.endsWith("]")) {
      return text;
    }
    return text.startsWith("[[")
        ? text.substring(1)
        : evaluate(ArmExpression.parse(text.substring(1, text.length() - 1)), scope);
  }

  private Object evaluate(ArmExpression expression, Scope scope) {
    if (expression instanceof ArmExpression.Text text) {
      return text.text();
    }
    if (expression instanceof ArmExpression.Number number) {
      return number.number();
    }
    if (expression instanceof ArmExpression.Property property) {
      return known(((Map<?, ?>) evaluate(property.object(), scope)).get(property.name()), property);
    }
    if (expression instanceof ArmExpression.Item item) {
      return ((List<?>) evaluate(item.array(), scope)).get((Integer) evaluate(item.index(), scope));
    }
    return call((ArmExpression.Call) expression, scope);
  }

  private static Object known(Object value, Object what) {
    if (value == null) {
      throw new IllegalArgumentException("Not there: " + what);
    }
    return value;
  }

  private Object call(ArmExpression.Call call, Scope scope) {
    List<ArmExpression> arguments = call.arguments();
    if (call.function().equals("if")) { // evaluates only one of the two
      boolean condition = (Boolean) evaluate(arguments.get(0), scope);
      return evaluate(arguments.get(condition ? 1 : 2), scope);
    }
    if (call.function().equals("map")) {
      ArmExpression.Call lambda = (ArmExpression.Call) arguments.get(1);
      String variable = ((ArmExpression.Text) lambda.arguments().get(0)).text();
      List<Object> mapped = new ArrayList<>();
      for (Object item : (List<?>) evaluate(arguments.get(0), scope)) {
        mapped.add(evaluate(lambda.arguments().get(1), scope.with(variable, item)));
      }
      return mapped;
    }
    List<Object> values = arguments.stream().map(a -> evaluate(a, scope)).toList();
    Object first = values.isEmpty() ? "" : values.get(0);
    return switch (call.function()) {
      case "parameters" -> known(parameters.get((String) first), call);
      case "variables" -> evaluate(template.get("variables").get((String) first), scope);
      case "lambdaVariables" -> known(scope.lambda.get((String) first), call);
      case "copyIndex" -> scope.copyIndex;
      case "length" -> ((List<?>) first).size();
      case "first" -> ((List<?>) first).get(0);
      case "and" -> (Boolean) first && (Boolean) values.get(1);
      case "not" -> !(Boolean) first;
      case "equals" -> first.equals(values.get(1));
      case "greater" -> (Integer) first > (Integer) values.get(1);
      case "contains" -> ((String) first).contains((String) values.get(1));
      case "format" ->
          ((String) first)
              .replace("{0}", values.get(1).toString())
              .replace("{1}", values.get(2).toString());
      case "resourceGroup" -> Map.of("location", "westeurope");
      case "resourceId" -> "id of " + values.get(values.size() - 1);
      case "parseCidr" -> parseCidr((String) first);
      case "fail" -> throw new Refused((String) first);
      default -> throw new IllegalArgumentException("An unknown function: " + call.function());
    };
  }

  /** Takes host bits, as the function of Resource Manager does, and leaves them out. */
  private static Map<String, Object> parseCidr(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 2
        || !parts[0].matches("[0-9a-fA-F.:]+")
        || !parts[1].matches("[0-9]{1,3}")) {
      throw new Refused("Not a network: " + text);
    }
    try {
      byte[] bytes = InetAddress.getByName(parts[0]).getAddress();
      int length = Integer.parseInt(parts[1]);
      if (length > bytes.length * 8) {
        throw new Refused("Not a network: " + text);
      }
      for (int bit = length; bit < bytes.length * 8; bit++) {
        bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
      }
      return Map.of("network", shortest(bytes), "cidr", length);
    } catch (UnknownHostException e) {
      throw new Refused("Not a network: " + text);
    }
  }

  /** As .NET writes addresses: IPv6 as RFC 5952 has it. */
  private static String shortest(byte[] bytes) {
    if (bytes.length == 4) {
      return "%s.%s.%s.%s"
          .formatted(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF, bytes[3] & 0xFF);
    }
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < 16; i += 2) {
      groups.add(Integer.toHexString((bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF));
    }
    for (int length = 8; length >= 2; length--) {
      for (int from = 0; from + length <= 8; from++) {
        if (groups.subList(from, from + length).stream().allMatch("0"::equals)) {
          return String.join(":", groups.subList(0, from))
              + "::"
              + String.join(":", groups.subList(from + length, 8));
        }
      }
    }
    return String.join(":", groups);
  }
}
