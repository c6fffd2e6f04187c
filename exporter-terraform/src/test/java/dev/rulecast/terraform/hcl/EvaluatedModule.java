package dev.rulecast.terraform.hcl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A module of security groups as Terraform would plan it, without Terraform: hundreds of modules
 * take less time than one start of it. What the real one says of the same modules is compared with
 * this in {@code EvaluatedModuleTest}, and in the tests of {@code azurerm} that start Terraform.
 */
public final class EvaluatedModule {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> META = List.of("for_each", "depends_on");

  private final Provider provider;
  private final Map<String, Block> variables = new TreeMap<>();
  private final Map<String, Expression> locals = new TreeMap<>();
  private final Map<String, Block> resources = new TreeMap<>();
  private final Map<String, Block> outputs = new TreeMap<>();
  private final Map<String, Object> given = new TreeMap<>();
  private final Map<String, Object> known = new TreeMap<>();
  private final Map<String, SortedMap<String, SortedMap<String, Object>>> instances =
      new TreeMap<>();
  private final Set<String> beingEvaluated = new HashSet<>();
  private final List<String> refusals = new ArrayList<>();
  private final Provider.Ids ids;
  private final SortedMap<String, SortedMap<String, Object>> planned = new TreeMap<>();

  private EvaluatedModule(Provider provider, Map<String, String> files, Provider.Ids ids) {
    this.provider = provider;
    this.ids = ids;
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
   * @param provider whose resources it has
   * @param files by name; those that end with {@code .tf} count
   * @param given values of variables; maps and texts
   * @param ids what the cloud calls its resources
   * @throws HclException if the module is not valid or has something that this class does not know
   */
  public static EvaluatedModule of(
      Provider provider, Map<String, String> files, Map<String, ?> given, Provider.Ids ids) {
    EvaluatedModule module = new EvaluatedModule(provider, files, ids);
    module.evaluate(given);
    return module;
  }

  /**
   * The messages of validations that do not hold; without any, the module is planned, and there are
   * the messages of preconditions that do not hold.
   */
  public List<String> refusals() {
    return refusals;
  }

  /** What is made: arguments by address, such as {@code aws_security_group.web}. */
  public SortedMap<String, SortedMap<String, Object>> planned() {
    return planned;
  }

  /**
   * The same as in a plan of Terraform: items of {@code resource_changes}.
   *
   * @param module address of the module
   */
  public List<JsonNode> changes(String module) {
    List<JsonNode> changes = new ArrayList<>();
    planned.forEach(
        (address, arguments) ->
            changes.add(
                JSON.valueToTree(
                    Map.of(
                        "address",
                        module + "." + address,
                        "module_address",
                        module,
                        "type",
                        address.substring(0, address.indexOf('.')),
                        "change",
                        Map.of("actions", List.of("create"), "after", arguments)))));
    return changes;
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
  public static List<String> variables(Provider provider, Map<String, String> files) {
    return List.copyOf(
        new EvaluatedModule(provider, files, (address, any) -> address).variables.keySet());
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
      case "resource" ->
          put(resources, String.join(".", block.labels()), known(block, provider.resources()));
      case "data" ->
          put(resources, "data." + String.join(".", block.labels()), known(block, provider.data()));
      case "output" ->
          put(
              outputs,
              block.labels().get(0),
              block.requireOnly(List.of("description", "value", "depends_on"), List.of()));
      default -> throw new HclException("Unknown block " + block.type());
    }
  }

  private static Block known(Block block, Map<String, Provider.Kind> kinds) {
    Provider.Kind kind = kinds.get(block.labels().get(0));
    if (kind == null) {
      throw new HclException("Unknown: " + block.type() + " " + block.labels());
    }
    List<String> names = new ArrayList<>(META);
    names.addAll(kind.arguments());
    names.addAll(kind.sets());
    block.requireOnly(names, List.of("lifecycle"));
    boolean replacedFirst =
        block.blocks().stream().anyMatch(EvaluatedModule::createsBeforeDestroying);
    if (block.blocks().size() > 1 || replacedFirst != kind.replacedFirst()) {
      throw new HclException("Another life cycle: " + block.labels());
    }
    return block;
  }

  private static boolean createsBeforeDestroying(Block lifecycle) {
    lifecycle.requireOnly(List.of("create_before_destroy"), List.of("precondition"));
    return new Expression.Constant(true)
        .equals(lifecycle.attributes().get("create_before_destroy"));
  }

  private static <T> void put(Map<String, T> all, String name, T value) {
    if (all.put(name, value) != null) {
      throw new HclException(name + " occurs twice");
    }
  }

  private void requireVersions(Block block) {
    block.requireOnly(List.of("required_version"), List.of("required_providers"));
    Block providers = block.blocks().get(0).requireOnly(List.of(provider.name()), List.of());
    Evaluator constants = new Evaluator((name, attribute) -> Optional.empty());
    Object source =
        Evaluator.attribute(constants.value(providers.attribute(provider.name())), "source");
    if (!source.equals(provider.source())) {
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
      resources.keySet().forEach(this::instances);
      resources.forEach(this::plan);
      resources.values().forEach(this::requireDependencies);
      outputs.values().forEach(this::requireDependencies);
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
    check(variable.blocks(), evaluator());
  }

  private void check(List<Block> conditions, Evaluator evaluator) {
    for (Block one : conditions) {
      one.requireOnly(List.of("condition", "error_message"), List.of());
      if (!Evaluator.truth(evaluator.value(one.attribute("condition")))) {
        refusals.add(Evaluator.text(evaluator.value(one.attribute("error_message"))));
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
      case "data" -> Optional.of(ofType("data." + attribute));
      default ->
          resources.containsKey(name + "." + attribute)
              ? Optional.of(reference(name + "." + attribute))
              : Optional.empty();
    };
  }

  /** Data sources of a type by their names. */
  private SortedMap<String, Object> ofType(String type) {
    SortedMap<String, Object> all = new TreeMap<>();
    for (String address : resources.keySet()) {
      if (address.startsWith(type + ".")) {
        all.put(address.substring(type.length() + 1), reference(address));
      }
    }
    return all;
  }

  /** The arguments and the id of a resource; by its keys, where it has such. */
  private Object reference(String address) {
    SortedMap<String, Object> byKey = new TreeMap<>();
    instances(address)
        .forEach(
            (key, arguments) -> {
              SortedMap<String, Object> all = new TreeMap<>(arguments);
              all.put("id", ids.of(instance(address, key), arguments));
              byKey.put(key, all);
            });
    return isOne(address) ? byKey.getOrDefault("", byKey) : byKey;
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

  /** Whether a resource is there once, without a key. */
  private boolean isOne(String address) {
    return !resource(address).attributes().containsKey("for_each");
  }

  /** The address of an instance; Terraform's own way to write a key. */
  private String instance(String address, String key) {
    return isOne(address)
        ? address
        : address + "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
  }

  /** The arguments of each instance of a resource, by its key; empty if there is no key. */
  private SortedMap<String, SortedMap<String, Object>> instances(String address) {
    SortedMap<String, SortedMap<String, Object>> all = instances.get(address);
    if (all == null) {
      if (!beingEvaluated.add(address)) {
        throw new HclException(address + " depends on itself");
      }
      all = new TreeMap<>();
      for (Map.Entry<String, Evaluator> each : each(address).entrySet()) {
        all.put(each.getKey(), arguments(address, each.getValue()));
      }
      instances.put(address, all);
    }
    return all;
  }

  /** An evaluator for each instance of a resource, by its key. */
  private SortedMap<String, Evaluator> each(String address) {
    if (isOne(address)) {
      return new TreeMap<>(Map.of("", evaluator()));
    }
    Object all = evaluator().value(resource(address).attribute("for_each"));
    SortedMap<String, Object> values = new TreeMap<>();
    if (all instanceof SortedSet<?> set) {
      set.forEach(item -> values.put(Evaluator.text(item), item));
    } else {
      values.putAll(Evaluator.map(all));
    }
    SortedMap<String, Evaluator> evaluators = new TreeMap<>();
    values.forEach(
        (key, value) ->
            evaluators.put(
                key, evaluator().with("each", new TreeMap<>(Map.of("key", key, "value", value)))));
    return evaluators;
  }

  private Block resource(String address) {
    Block resource = resources.get(address);
    if (resource == null) {
      throw new HclException("There is no " + address);
    }
    return resource;
  }

  private void plan(String address, Block resource) {
    if (resource.type().equals("resource")) {
      instances(address)
          .forEach((key, arguments) -> planned.put(instance(address, key), arguments));
    }
    for (Block lifecycle : resource.blocks()) {
      for (Evaluator each : each(address).values()) {
        check(lifecycle.blocks(), each);
      }
    }
  }

  /** Null is as if the argument were not there. */
  private SortedMap<String, Object> arguments(String address, Evaluator evaluator) {
    Block resource = resource(address);
    Map<String, Provider.Kind> kinds =
        resource.type().equals("data") ? provider.data() : provider.resources();
    SortedMap<String, Object> arguments = new TreeMap<>();
    resource
        .attributes()
        .forEach(
            (name, expression) -> {
              Object value = META.contains(name) ? Evaluator.NULL : evaluator.value(expression);
              if (value != Evaluator.NULL) {
                Provider.Kind kind = kinds.get(resource.labels().get(0));
                boolean set = kind != null && kind.sets().contains(name);
                arguments.put(name, set ? sorted(value) : value);
              }
            });
    return arguments;
  }

  private static List<String> sorted(Object value) {
    return Evaluator.list(value).stream().map(Evaluator::text).sorted().distinct().toList();
  }

  /** A dependency that is not there is an error for Terraform. */
  private void requireDependencies(Block block) {
    Expression dependencies = block.attributes().get("depends_on");
    if (dependencies != null) {
      dependencies(dependencies).forEach(this::resource);
    }
  }

  private static List<String> dependencies(Expression expression) {
    List<String> addresses = new ArrayList<>();
    if (!(expression instanceof Expression.Items items)) {
      throw new HclException("Not a list of dependencies: " + expression);
    }
    for (Expression item : items.items()) {
      if (!(item instanceof Expression.Attribute attribute
          && attribute.from() instanceof Expression.Name type)) {
        throw new HclException("Not a dependency: " + item);
      }
      addresses.add(type.name() + "." + attribute.name());
    }
    return addresses;
  }
}
