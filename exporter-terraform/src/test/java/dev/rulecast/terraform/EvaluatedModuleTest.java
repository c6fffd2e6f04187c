package dev.rulecast.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.terraform.hcl.EvaluatedModule;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real Terraform plans what {@link EvaluatedModule} says: every argument of every resource, and
 * every output, of every approved module and some random ones. All are in one root module.
 */
@WithTools(Tool.TERRAFORM_STUB)
class EvaluatedModuleTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int RANDOM = 24;

  /** Resources of a random module; what Terraform costs here grows with their number. */
  private static final int SMALL = 30;

  private static final Path APPROVED =
      Path.of("src/test/resources/dev/rulecast/terraform/approved");

  /** What resources have that no module says. */
  private static final List<String> OF_THE_PROVIDER =
      List.of(
          "id",
          "arn",
          "tags_all",
          "security_group_rule_id",
          "revoke_rules_on_delete",
          "name",
          "owner_id",
          "region");

  @TempDir Path folder;

  private final Map<String, SortedMap<String, String>> files = new TreeMap<>();
  private final List<ProofRoot.Call> calls = new ArrayList<>();

  private void call(
      String name, SortedMap<String, String> module, Function<String, List<String>> networks)
      throws IOException {
    Path target = Files.createDirectories(folder.resolve("modules").resolve(name));
    for (Map.Entry<String, String> file : module.entrySet()) {
      Files.writeString(target.resolve(file.getKey()), file.getValue());
    }
    files.put(name, module);
    calls.add(new ProofRoot.Call(name, target, new ModuleInputs(module).values(networks)));
  }

  private static SortedMap<String, String> read(Path module) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> all = Files.list(module)) {
      for (Path file : all.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private void callAll() throws IOException {
    try (Stream<Path> approved = Files.list(APPROVED)) {
      for (Path module : approved.sorted().toList()) {
        call(
            "approved-" + module.getFileName(),
            read(module),
            endpoint ->
                List.of(
                    "10.99.%s.0/24".formatted(Math.floorMod(endpoint.hashCode(), 256)),
                    "fd99:%x::/32".formatted(Math.floorMod(endpoint.hashCode(), 65_536))));
      }
    }
    int all = calls.size() + RANDOM;
    for (long seed = 0; calls.size() < all; seed++) {
      RandomModules module = RandomModules.of(seed);
      boolean small =
          !module.files().isEmpty()
              && module.evaluated(module.variables()).planned().size() <= SMALL;
      if (small) {
        call(
            "seed-" + seed,
            module.files(),
            endpoint -> module.world().unbound().getOrDefault(endpoint, List.of()));
      }
    }
  }

  @Test
  void isWhatTerraformPlans() throws IOException {
    callAll();
    ProofRoot root = new ProofRoot(folder.resolve("proof").resolve("root"));
    root.write(calls, "vpc-0123456789abcdef0", Map.of("skip_requesting_account_id", true));
    Map<String, String> addresses = root.writePlanWithKnownGroups(calls);
    JsonNode plan;
    try (StubProviders providers = StubProviders.start();
        TerraformRunner terraform = new TerraformRunner(root.folder(), providers)) {
      terraform.init();
      plan = terraform.testedPlan();
    }
    Map<String, String> ids = new TreeMap<>();
    addresses.forEach((id, address) -> ids.put(address, id));
    Map<String, JsonNode> expected = new TreeMap<>();
    for (ProofRoot.Call call : calls) {
      String prefix = "module." + call.name() + ".";
      EvaluatedModule module =
          new ModuleInputs(files.getOrDefault(call.name(), new TreeMap<>()))
              .evaluated(call.variables(), address -> ids.getOrDefault(prefix + address, ""));
      assertThat(module.refusals()).as(call.name()).isEmpty();
      module
          .planned()
          .forEach((address, after) -> expected.put(prefix + address, JSON.valueToTree(after)));
      assertThat(plan.path("output_changes").path(call.name()).path("after"))
          .as(call.name())
          .isEqualTo(JSON.valueToTree(module.outputs()));
    }
    Map<String, JsonNode> planned = new TreeMap<>();
    for (JsonNode change : plan.path("resource_changes")) {
      Map<String, Object> after = new TreeMap<>();
      for (Map.Entry<String, JsonNode> argument :
          change.path("change").path("after").properties()) {
        boolean said = !argument.getValue().isNull() && !argument.getValue().isEmpty();
        boolean scalar = argument.getValue().isValueNode() && !argument.getValue().isNull();
        if ((said || scalar) && !OF_THE_PROVIDER.contains(argument.getKey())) {
          after.put(argument.getKey(), argument.getValue());
        }
      }
      planned.put(change.path("address").asString(), JSON.valueToTree(after));
    }
    assertThat(planned).hasSizeGreaterThan(500).containsOnlyKeys(expected.keySet());
    List<String> differences = new ArrayList<>();
    planned.forEach(
        (address, after) -> {
          if (!after.equals(expected.get(address))) {
            differences.add(address + ": " + after + ", not " + expected.get(address));
          }
        });
    assertThat(differences).isEmpty();
  }
}
