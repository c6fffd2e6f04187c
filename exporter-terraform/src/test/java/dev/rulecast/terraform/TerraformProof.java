package dev.rulecast.terraform;

import dev.rulecast.testkit.reference.Permission;
import dev.rulecast.testkit.tools.GroupRule;
import dev.rulecast.testkit.tools.MotoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Proves with the real Terraform that modules permit what the documents say, neither less nor more.
 *
 * <p>The expectation comes from {@link dev.rulecast.testkit.reference}, which shares no code with
 * the exporter; the finding comes from Terraform and the AWS provider, see {@link TerraformPlan},
 * or from moto. All cases of a call share one root module, for one run of Terraform with many
 * modules takes hardly longer than with one. What is wrong with them is thrown as {@link
 * ProofFailure}.
 */
final class TerraformProof {
  private static final String SOME_VPC = "vpc-0123456789abcdef0";
  private static final String GROUP_OUTPUT = "_security_group_id";
  private static final Map<String, Object> NO_AWS = Map.of("skip_requesting_account_id", true);

  private final Path work;
  private int roots;

  /** A proof that puts its files in a folder. */
  TerraformProof(Path work) {
    this.work = work;
  }

  /** A module, and the module that it becomes after an addition to its documents. */
  record Change(ProofCase before, ProofCase after) {}

  /** A module with values that it must refuse with a message. */
  record Refusal(String name, Path module, Map<String, Object> variables, String message) {
    ProofRoot.Call call() {
      return new ProofRoot.Call(name, module, variables);
    }
  }

  /**
   * Proves modules without an emulator: format, init, validate without warnings, plan. The planned
   * permissions are exactly the expected ones, and each group is an output under its own name.
   */
  void proves(ProofCase... cases) throws IOException {
    ProofRoot root = newRoot();
    List<ProofRoot.Call> calls = Stream.of(cases).map(ProofCase::call).toList();
    root.write(calls, SOME_VPC, NO_AWS);
    Map<String, String> addresses = root.writePlanWithKnownGroups(calls);
    JsonNode plan;
    Set<String> planned;
    try (TerraformRunner terraform = new TerraformRunner(root.folder(), Map.of())) {
      terraform.checkFormat();
      terraform.init();
      terraform.validate();
      planned = terraform.plannedAddresses();
      plan = terraform.testedPlan();
    }
    requireSameAddresses(planned, plan);
    requireNothingElse(plan, cases);
    Map<String, String> endpoints = new HashMap<>();
    addresses.forEach((id, address) -> endpoints.put(id, endpoint(address)));
    Map<String, List<String>> problems = new TreeMap<>();
    for (ProofCase one : cases) {
      List<JsonNode> changes = changes(plan, one);
      SortedSet<Permission> found = TerraformPlan.permissions(changes, endpoints);
      List<String> lines = new ArrayList<>(differences(one.expected(), found));
      lines.addAll(wrongOutputs(plan.path("output_changes").path(one.name()), addresses, one));
      changes.stream()
          .filter(change -> !actions(change).equals("[\"create\"]"))
          .forEach(change -> lines.add(actions(change) + " " + text(change, "address")));
      problems.put(one.name(), lines);
    }
    ProofFailure.throwIfAny(problems);
  }

  /** Known ids must not make a plan possible, or another one, that is not without them. */
  private static void requireSameAddresses(Set<String> planned, JsonNode tested) {
    Set<String> addresses = new TreeSet<>();
    items(tested.path("resource_changes")).forEach(c -> addresses.add(text(c, "address")));
    if (!addresses.equals(planned)) {
      throw new AssertionError("terraform plan: " + planned + "\nterraform test: " + addresses);
    }
  }

  /** A module inside a module would escape the comparison. */
  private static void requireNothingElse(JsonNode plan, ProofCase... cases) {
    long compared = Stream.of(cases).mapToLong(one -> changes(plan, one).size()).sum();
    if (compared != plan.path("resource_changes").size()) {
      throw new AssertionError("Some planned resources are in none of the modules.");
    }
  }

  private ProofRoot newRoot() throws IOException {
    return new ProofRoot(work.resolve("proof-" + ++roots).resolve("root"));
  }

  private static List<String> differences(Set<Permission> expected, Set<Permission> found) {
    return Stream.concat(
            expected.stream().filter(p -> !found.contains(p)).map(p -> "missing: " + p),
            found.stream().filter(p -> !expected.contains(p)).map(p -> "unexpected: " + p))
        .toList();
  }

  /** Callers attach network interfaces by the outputs. */
  private static List<String> wrongOutputs(
      JsonNode output, Map<String, String> addresses, ProofCase one) {
    List<String> problems = new ArrayList<>();
    addresses.forEach(
        (id, address) -> {
          if (address.startsWith("module." + one.name() + ".")) {
            String name = name(address) + GROUP_OUTPUT;
            String value = text(output.path("after"), name);
            if (!value.equals(id)) {
              problems.add("output " + name + " is that of " + addresses.get(value));
            }
          }
        });
    return problems;
  }

  private static List<JsonNode> changes(JsonNode plan, ProofCase one) {
    return items(plan.path("resource_changes"))
        .filter(change -> text(change, "module_address").equals("module." + one.name()))
        .toList();
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  private static String actions(JsonNode change) {
    return change.path("change").path("actions").toString();
  }

  private static String name(String address) {
    return address.substring(address.lastIndexOf('.') + 1);
  }

  /** The resource of a group is called like its endpoint, with low lines. */
  private static String endpoint(String address) {
    return name(address).replace('_', '-');
  }

  /**
   * Proves modules on moto: applies them, and the rules that then exist are exactly the expected
   * ones, inbound and outbound; then puts the changed modules in their place, and a plan against
   * what exists creates as many rules as the documents gained and touches nothing else.
   *
   * <p>moto answers 500 where a protocol has no ports, all protocols (-1) apart: modules with ESP,
   * AH, GRE and other numbers are for {@link #proves} alone. Existing groups must exist ({@link
   * MotoServer#createSecurityGroup}), each in one case only; it lets 60 rules into a group.
   */
  void provesOnMoto(MotoServer moto, Change... changes) throws IOException, InterruptedException {
    List<ProofCase> before = Stream.of(changes).map(Change::before).toList();
    ProofRoot root = newRoot();
    root.write(before.stream().map(ProofCase::call).toList(), moto.defaultVpc(), Map.of());
    Set<String> old = new HashSet<>();
    moto.securityGroupRules().forEach(rule -> old.add(rule.id()));
    Map<String, List<String>> problems = new TreeMap<>();
    try (TerraformRunner terraform = new TerraformRunner(root.folder(), moto.environment())) {
      terraform.init();
      JsonNode state = terraform.apply();
      List<GroupRule> rules = new ArrayList<>(moto.securityGroupRules());
      rules.removeIf(rule -> old.contains(rule.id()));
      before.forEach(one -> problems.put(one.name(), wrongRules(one, state, rules)));
      if (!rules.isEmpty()) {
        throw new AssertionError("Rules of groups that no documents name: " + rules);
      }
      for (Change change : changes) {
        root.copy(change.after.call());
      }
      JsonNode plan = terraform.plan();
      for (Change change : changes) {
        problems.get(change.before.name()).addAll(notCreations(change, plan));
      }
    }
    ProofFailure.throwIfAny(problems);
  }

  /** Compares the rules of one case, and takes them out of those that exist. */
  private static List<String> wrongRules(ProofCase one, JsonNode state, List<GroupRule> rules) {
    Map<String, String> made = groups(state, one);
    SortedSet<Permission> expected = one.expected();
    Set<String> groups = new HashSet<>(made.keySet());
    expected.forEach(permission -> groups.add(permission.group()));
    SortedSet<Permission> found = new TreeSet<>();
    List<String> problems = new ArrayList<>();
    for (GroupRule rule : List.copyOf(rules)) {
      if (groups.contains(rule.group())) {
        rules.remove(rule);
        Permission permission = rule.permission(made);
        if (!found.add(permission)) {
          problems.add("twice: " + permission);
        }
      }
    }
    problems.addAll(differences(expected, found));
    return problems;
  }

  /** The endpoints of the groups that a case has made, by id. */
  private static Map<String, String> groups(JsonNode state, ProofCase one) {
    return items(state.path("values").path("root_module").path("child_modules"))
        .filter(module -> text(module, "address").equals("module." + one.name()))
        .flatMap(module -> items(module.path("resources")))
        .filter(resource -> text(resource, "type").equals("aws_security_group"))
        .collect(
            Collectors.toMap(
                group -> text(group.path("values"), "id"),
                group -> endpoint(text(group, "address"))));
  }

  private static List<String> notCreations(Change change, JsonNode plan) {
    List<String> problems = new ArrayList<>();
    int created = 0;
    for (JsonNode resource : changes(plan, change.before)) {
      String actions = actions(resource);
      if (actions.equals("[\"create\"]")) {
        created += text(resource, "type").endsWith("_rule") ? 1 : 0;
      } else if (!actions.equals("[\"no-op\"]") && !isDescriptionThatMotoLost(resource)) {
        problems.add(actions + " " + text(resource, "address"));
      }
    }
    Set<Permission> added = new TreeSet<>(change.after.expected());
    added.removeAll(change.before.expected());
    if (created != added.size()) {
      problems.add(created + " rules are created, but these should be: " + added);
    }
    return problems;
  }

  /** moto forgets the descriptions of rules whose peer is a group or a prefix list. */
  private static boolean isDescriptionThatMotoLost(JsonNode resource) {
    JsonNode before = resource.path("change").path("before");
    JsonNode after = resource.path("change").path("after");
    return actions(resource).equals("[\"update\"]")
        && (before.path("referenced_security_group_id").isString()
            || before.path("prefix_list_id").isString())
        && text(before, "description").isEmpty()
        && before.propertyNames().stream()
            .filter(name -> !name.equals("description"))
            .allMatch(name -> before.path(name).equals(after.path(name)));
  }

  /** Proves that modules refuse values, each with a message of a validation of its own. */
  void refuses(Refusal... refusals) throws IOException {
    ProofRoot root = newRoot();
    root.write(Stream.of(refusals).map(Refusal::call).toList(), SOME_VPC, NO_AWS);
    List<String> errors;
    try (TerraformRunner terraform = new TerraformRunner(root.folder(), Map.of())) {
      terraform.init();
      errors = terraform.planErrors();
    }
    Map<String, List<String>> problems = new TreeMap<>();
    for (Refusal refusal : refusals) {
      // Terraform names the file of the validation after its message.
      String file = "modules/" + refusal.name + "/";
      List<String> own = errors.stream().filter(error -> error.contains(file)).toList();
      if (own.stream().noneMatch(error -> error.contains(refusal.message))) {
        problems.put(refusal.name, List.of("not refused with that message, but: " + own));
      }
    }
    ProofFailure.throwIfAny(problems);
  }
}
