package dev.rulecast.azurensg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes an ARM template of the syntax tree of a Bicep file, as the Bicep compiler does ("Compile
 * Bicep files" and the baselines of its repository), as far as network security groups need it.
 */
final class BicepCompiler {
  private final Map<String, Map<String, Object>> declared = new HashMap<>();
  private final Map<String, Object> template = new LinkedHashMap<>();

  private BicepCompiler() {}

  /** The template, as maps, lists, texts and numbers. */
  static Map<String, Object> compile(List<Map<String, Object>> statements) {
    BicepCompiler compiler = new BicepCompiler();
    compiler.template.put(
        "$schema",
        "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#");
    compiler.template.put("contentVersion", "1.0.0.0");
    for (Map<String, Object> statement : statements) {
      if (!List.of("metadata", "output").contains(statement.get("kind"))) {
        compiler.declared.put(text(statement, "name"), statement);
      }
    }
    statements.forEach(compiler::add);
    return compiler.template;
  }

  private static String text(Map<String, Object> node, String key) {
    return (String) node.get(key);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> child(Map<String, Object> node, String key) {
    return (Map<String, Object>) node.get(key);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> children(Map<String, Object> node, String key) {
    return (List<Map<String, Object>>) node.get(key);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> section(String name) {
    return (Map<String, Object>)
        template.computeIfAbsent(name, any -> new LinkedHashMap<String, Object>());
  }

  private void add(Map<String, Object> statement) {
    String name = text(statement, "name");
    switch (text(statement, "kind")) {
      case "metadata" -> section("metadata").put(name, value(child(statement, "value")));
      case "var" -> section("variables").put(name, value(child(statement, "value")));
      case "param" -> section("parameters").put(name, parameter(statement));
      case "output" -> {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("type", text(statement, "type"));
        output.put("value", value(child(statement, "value")));
        section("outputs").put(name, output);
      }
      case "resource" -> {
        if (!Boolean.TRUE.equals(statement.get("existing"))) {
          resources().add(resource(statement));
        }
      }
      default -> throw new IllegalArgumentException("An unknown statement: " + statement);
    }
  }

  @SuppressWarnings("unchecked")
  private List<Object> resources() {
    return (List<Object>) template.computeIfAbsent("resources", any -> new ArrayList<Object>());
  }

  private Map<String, Object> parameter(Map<String, Object> statement) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("type", text(statement, "type"));
    if (statement.containsKey("value")) {
      parameter.put("defaultValue", value(child(statement, "value")));
    }
    for (Map<String, Object> decorator : children(statement, "decorators")) {
      Object argument = value(children(decorator, "arguments").get(0));
      switch (text(decorator, "name")) {
        case "description" -> parameter.put("metadata", Map.of("description", argument));
        case "minLength", "maxLength" -> parameter.put(text(decorator, "name"), argument);
        default -> throw new IllegalArgumentException("An unknown decorator: " + decorator);
      }
    }
    return parameter;
  }

  private Map<String, Object> resource(Map<String, Object> statement) {
    String[] type = text(statement, "type").split("@", 2);
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("type", type[0]);
    resource.put("apiVersion", type[1]);
    Map<String, Object> body = child(statement, "value");
    if (text(body, "kind").equals("for")) {
      Map<String, Object> copy = new LinkedHashMap<>();
      copy.put("name", text(statement, "name"));
      copy.put("count", "[length(" + code(child(body, "items"), Map.of()) + ")]");
      for (Map<String, Object> decorator : children(statement, "decorators")) {
        if (!text(decorator, "name").equals("batchSize")) {
          throw new IllegalArgumentException("An unknown decorator: " + decorator);
        }
        copy.put("mode", "serial");
        copy.put("batchSize", value(children(decorator, "arguments").get(0)));
      }
      resource.put("copy", copy);
      String item = code(child(body, "items"), Map.of()) + "[copyIndex()]";
      addRule(resource, child(body, "body"), Map.of(text(body, "variable"), item));
      return resource;
    }
    for (Map<String, Object> entry : children(body, "entries")) {
      resource.put(text(entry, "key"), value(child(entry, "value")));
    }
    return resource;
  }

  /** A child resource has its parent's name before its own. */
  private void addRule(
      Map<String, Object> resource, Map<String, Object> body, Map<String, String> names) {
    String parent = "";
    for (Map<String, Object> entry : children(body, "entries")) {
      Map<String, Object> value = child(entry, "value");
      switch (text(entry, "key")) {
        case "parent" -> parent = resourceName(text(value, "name"));
        case "name" ->
            resource.put("name", "[format('{0}/{1}', " + parent + ", " + code(value, names) + ")]");
        default -> resource.put(text(entry, "key"), "[" + code(value, names) + "]");
      }
    }
  }

  private String resourceName(String symbol) {
    for (Map<String, Object> entry : children(child(declaration(symbol), "value"), "entries")) {
      if (text(entry, "key").equals("name")) {
        return code(child(entry, "value"), Map.of());
      }
    }
    throw new IllegalArgumentException("No name: " + symbol);
  }

  private Map<String, Object> declaration(String symbol) {
    Map<String, Object> declaration = declared.get(symbol);
    if (declaration == null) {
      throw new IllegalArgumentException("Not declared: " + symbol);
    }
    return declaration;
  }

  /** A value in JSON. */
  private Object value(Map<String, Object> node) {
    switch (text(node, "kind")) {
      case "number" -> {
        return node.get("value");
      }
      case "array" -> {
        return children(node, "items").stream().map(this::value).toList();
      }
      case "object" -> {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Map<String, Object> entry : children(node, "entries")) {
          object.put(text(entry, "key"), value(child(entry, "value")));
        }
        return object;
      }
      case "string" -> {
        List<?> parts = (List<?>) node.get("parts");
        if (parts.size() == 1 && parts.get(0) instanceof String text) {
          return text.startsWith("[") && text.endsWith("]") ? "[" + text : text;
        }
        return "[" + code(node, Map.of()) + "]";
      }
      default -> {
        return "[" + code(node, Map.of()) + "]";
      }
    }
  }

  /**
   * An expression of ARM templates.
   *
   * @param names what names of loops and lambdas stand for
   */
  private String code(Map<String, Object> node, Map<String, String> names) {
    return switch (text(node, "kind")) {
      case "number" -> node.get("value").toString();
      case "string" -> string((List<?>) node.get("parts"), names);
      case "name" -> name(text(node, "name"), names);
      case "call" ->
          children(node, "arguments").stream()
              .map(argument -> code(argument, names))
              .collect(Collectors.joining(", ", text(node, "name") + "(", ")"));
      case "member" -> member(node, names);
      case "not" -> "not(" + code(child(node, "operand"), names) + ")";
      case "choice" ->
          "if(%s, %s, %s)"
              .formatted(
                  code(child(node, "condition"), names),
                  code(child(node, "yes"), names),
                  code(child(node, "no"), names));
      case "binary" -> {
        String function =
            Map.of("==", "equals", ">", "greater", "&&", "and").get(text(node, "operator"));
        yield "%s(%s, %s)"
            .formatted(
                function, code(child(node, "left"), names), code(child(node, "right"), names));
      }
      case "lambda" -> {
        String parameter = text(node, "parameter");
        Map<String, String> more = new HashMap<>(names);
        more.put(parameter, "lambdaVariables('" + parameter + "')");
        yield "lambda('%s', %s)".formatted(parameter, code(child(node, "body"), more));
      }
      default -> throw new IllegalArgumentException("An unknown expression: " + node);
    };
  }

  private String member(Map<String, Object> node, Map<String, String> names) {
    Map<String, Object> object = child(node, "object");
    String name = text(node, "name");
    if (text(object, "kind").equals("name") && !names.containsKey(text(object, "name"))) {
      Map<String, Object> declaration = declaration(text(object, "name"));
      if (text(declaration, "kind").equals("resource") && name.equals("id")) {
        return "resourceId('%s', %s)"
            .formatted(text(declaration, "type").split("@")[0], resourceName(text(object, "name")));
      }
    }
    return code(object, names) + "." + name;
  }

  private String name(String name, Map<String, String> names) {
    if (names.containsKey(name)) {
      return names.get(name);
    }
    return switch (text(declaration(name), "kind")) {
      case "param" -> "parameters('" + name + "')";
      case "var" -> "variables('" + name + "')";
      default -> throw new IllegalArgumentException("Not a value: " + name);
    };
  }

  @SuppressWarnings("unchecked")
  private String string(List<?> parts, Map<String, String> names) {
    if (parts.size() == 1 && parts.get(0) instanceof String text) {
      return quoted(text);
    }
    StringBuilder format = new StringBuilder();
    StringBuilder arguments = new StringBuilder();
    int count = 0;
    for (Object part : parts) {
      if (part instanceof String text) {
        format.append(text.replace("{", "{{").replace("}", "}}"));
      } else {
        format.append('{').append(count++).append('}');
        arguments.append(", ").append(code((Map<String, Object>) part, names));
      }
    }
    return "format(" + quoted(format.toString()) + arguments + ")";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
