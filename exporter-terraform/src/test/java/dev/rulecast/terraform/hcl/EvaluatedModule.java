package dev.rulecast.terraform.hcl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A module of EC2 security groups as Terraform would plan it, without Terraform: hundreds of
 * modules take less time than one start of it. What the real one says of the same modules is
 * compared with this in {@code EvaluatedModuleTest}.
 */
public final class EvaluatedModule {
  private static final List<String> GROUP = List.of("name_prefix", "description", "vpc_id", "tags");

  private static final List<String> RULE =
      List.of(
          "for_each",
          "security_group_id",
          "description",
          "ip_protocol",
          "from_port",
          "to_port",
          "cidr_ipv4",
          "cidr_ipv6",
          "prefix_list_id",
          "referenced_security_group_id",
          "tags");

  private final Map<String, Block> variables = new TreeMap<>();
  private final Map<String, Expression> locals = new TreeMap<>();
  private final Map<String, Block> resources = new TreeMap<>();
  private final Map<String, Block> outputs = new TreeMap<>();
  private final Map<String, Object> given = new TreeMap<>();
  private final Map<String, Object> known = new TreeMap<>();
  private final Set<String> beingEvaluated = new HashSet<>();
  private final List<String> refusals = new ArrayList<>();
  private final UnaryOperator<String> groupIds;
  private final SortedMap<String, SortedMap<String, Object>> planned = new TreeMap<>();

  private EvaluatedModule(Map<String, String> files, UnaryOperator<String> groupIds) {
    this.groupIds = groupIds;
    files.forEach(
        (name, text) -> {
          if (name.endsWith(".tf")) {
            HclParser.blocks(text).forEach(this::add);
          }
        });
  }

  /**
   * Evaluates a module.
   *
   * @param files by name; those that end with {@code .tf} count
   * @param given values of variables; maps and texts
   * @param groupIds the id that EC2 gives to a group, by its address in the module
   * @throws HclException if the module is not valid or has something that this class does not know
   */
  public static EvaluatedModule of(
      Map<String, String> files, Map<String, ?> given, UnaryOperator<String> groupIds) {
    EvaluatedModule module = new EvaluatedModule(files, groupIds);
    module.evaluate(given);
    return module;
  }

  /** The messages of validations that do not hold; without any, the module is planned. */
  public List<String> refusals() {
    return refusals;
  }

  /** What is made: arguments by address, such as {@code aws_security_group.web}. */
  public SortedMap<String, SortedMap<String, Object>> planned() {
    return planned;
  }

  /** The values of the outputs, by name. */
  public SortedMap<String, Object> outputs() {
    SortedMap<String, Object> values = new TreeMap<>();
    if (refusals.isEmpty()) {
      outputs.forEach((name, o) -> values.put(name, evaluator().value(o.attribute("value"))));
    }
    return values;
  }

  /** The names of the variables. */
  public static List<String> variables(Map<String, String> files) {
    return List.copyOf(new EvaluatedModule(files, address -> address).variables.keySet());
  }

  private void add(Block block) {
    switch (block.type()) {
      case "terraform" -> requireVersions(block);
      case "variable" ->
          put(
              variables,
              block.labels().get(0),
              block.requireOnly(
                  List.of("description", "type", "default", "nullable"), List.of("validation")));
      case "locals" ->
          block
              .requireOnly(List.copyOf(block.attributes().keySet()), List.of())
              .attributes()
              .forEach((name, value) -> put(locals, name, value));
      case "resource" -> {
        boolean group = block.labels().get(0).equals("aws_security_group");
        put(
            resources,
            String.join(".", block.labels()),
            block.requireOnly(group ? GROUP : RULE, group ? List.of("lifecycle") : List.of()));
      }
      case "output" ->
          put(
              outputs,
              block.labels().get(0),
              block.requireOnly(List.of("description", "value"), List.of()));
      default -> throw new HclException("Unknown block " + block.type());
    }
  }

  private static <T> void put(Map<String, T> all, String name, T value) {
    if (all.put(name, value) != null) {
      throw new HclException(name + " occurs twice");
    }
  }

  private static void requireVersions(Block block) {
    block.requireOnly(List.of("required_version"), List.of("required_providers"));
    Block providers = block.blocks().get(0).requireOnly(List.of("aws"), List.of());
    Evaluator constants = new Evaluator((name, attribute) -> Optional.empty());
    Object source = Evaluator.attribute(constants.value(providers.attribute("aws")), "source");
    if (!source.equals("hashicorp/aws")) {
      throw new HclException("Another provider: " + source);
    }
  }

  private void evaluate(Map<String, ?> values) {
    if (!variables.keySet().containsAll(values.keySet())) {
      throw new HclException("Unknown variables in " + values.keySet());
    }
    variables.forEach((name, variable) -> given.put(name, value(name, variable, values)));
    variables.values().forEach(this::validate);
    if (refusals.isEmpty()) {
      locals.keySet().forEach(this::local);
      resources.forEach(this::plan);
      outputs();
    }
  }

  private Object value(String name, Block variable, Map<String, ?> values) {
    if (evaluator().value(variable.attribute("nullable")).equals(true)) {
      throw new HclException("The variable " + name + " may be null");
    }
    Object value = values.get(name);
    if (value == null) {
      Expression otherwise = variable.attributes().get("default");
      if (otherwise == null) {
        throw new HclException("The variable " + name + " has no value");
      }
      value = evaluator().value(otherwise);
    }
    return Types.convert(variable.attribute("type"), value);
  }

  private void validate(Block variable) {
    for (Block validation : variable.blocks()) {
      validation.requireOnly(List.of("condition", "error_message"), List.of());
      if (!Evaluator.truth(evaluator().value(validation.attribute("condition")))) {
        refusals.add(Evaluator.text(evaluator().value(validation.attribute("error_message"))));
      }
    }
  }

  private Evaluator evaluator() {
    return new Evaluator(this::named);
  }

  private Optional<Object> named(String name, String attribute) {
    return switch (name) {
      case "var" -> Optional.ofNullable(given.get(attribute));
      case "local" -> Optional.ofNullable(local(attribute));
      case "aws_security_group" ->
          resources.containsKey(name + "." + attribute)
              ? Optional.of(new TreeMap<>(Map.of("id", groupIds.apply(name + "." + attribute))))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Object local(String name) {
    Expression expression = locals.get(name);
    if (expression == null) {
      throw new HclException("There is no local." + name);
    }
    if (!known.containsKey(name)) {
      if (!beingEvaluated.add(name)) {
        throw new HclException("local." + name + " depends on itself");
      }
      known.put(name, evaluator().value(expression));
    }
    return known.get(name);
  }

  private void plan(String address, Block resource) {
    Expression each = resource.attributes().get("for_each");
    if (each == null) {
      planned.put(address, arguments(resource, evaluator()));
      requireReplacement(resource);
      return;
    }
    Evaluator.map(evaluator().value(each))
        .forEach(
            (key, value) -> {
              Object item = new TreeMap<>(Map.of("key", key, "value", value));
              // Terraform's own way to write a key.
              String quoted = key.replace("\\", "\\\\").replace("\"", "\\\"");
              planned.put(
                  address + "[\"" + quoted + "\"]",
                  arguments(resource, evaluator().with("each", item)));
            });
  }

  /** Null is as if the argument were not there. */
  private static SortedMap<String, Object> arguments(Block resource, Evaluator evaluator) {
    SortedMap<String, Object> arguments = new TreeMap<>();
    resource
        .attributes()
        .forEach(
            (name, expression) -> {
              Object value = name.equals("for_each") ? Evaluator.NULL : evaluator.value(expression);
              if (value != Evaluator.NULL) {
                arguments.put(name, value);
              }
            });
    return arguments;
  }

  private static void requireReplacement(Block group) {
    Block lifecycle = group.blocks().get(0);
    lifecycle.requireOnly(List.of("create_before_destroy"), List.of());
    if (!lifecycle.attribute("create_before_destroy").equals(new Expression.Constant(true))) {
      throw new HclException("A group is destroyed before there is another one");
    }
  }
}
