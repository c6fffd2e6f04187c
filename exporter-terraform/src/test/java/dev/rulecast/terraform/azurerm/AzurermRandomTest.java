package dev.rulecast.terraform.azurerm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.terraform.StubProviders;
import dev.rulecast.terraform.TerraformRunner;
import dev.rulecast.terraform.azurerm.AzurermRoot.Call;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.MemoryFiles;
import dev.rulecast.testkit.Outcomes;
import dev.rulecast.testkit.RandomDocuments;
import dev.rulecast.testkit.Seeds;
import dev.rulecast.testkit.nsg.NsgProof;
import dev.rulecast.testkit.nsg.RandomNsgSettings;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Whatever the documents: the groups that the real Terraform plans let through what they say and
 * what the table of widenings permits. All modules are planned at once.
 */
@WithTools(Tool.TERRAFORM_STUB)
class AzurermRandomTest {
  private static final Pattern VARIABLE =
      Pattern.compile("(?ms)^variable \"(\\w+)_addresses\" \\{\n  description = \"(.*?)^}");

  private static final Pattern ENDPOINT = Pattern.compile("Addresses of ([a-z0-9-]+)[ (]");

  @TempDir private Path folder;

  /**
   * A module of random documents.
   *
   * @param settings what the documents say of endpoints
   * @param denyRest the value of the option
   */
  private record Case(
      String seed, Call call, RandomNsgSettings settings, boolean denyRest, boolean written) {}

  @Test
  void saysWhatTheDocumentsSay() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (long seed : Seeds.of(36).toArray()) {
      cases.add(random(seed));
    }
    AzurermRoot root = new AzurermRoot(folder.resolve("root"));
    root.write(cases.stream().filter(Case::written).map(Case::call).toList());
    try (StubProviders providers = StubProviders.start();
        TerraformRunner terraform = new TerraformRunner(root.folder(), providers)) {
      terraform.init();
      JsonNode plan = terraform.plan();
      for (Case one : cases) {
        if (one.written) {
          compare(one, plan);
        }
      }
    }
  }

  private static void compare(Case one, JsonNode plan) {
    try {
      NsgProof.compare(
          one.settings.expectation(),
          PlannedGroups.of(plan, one.call.address()),
          one.settings.behind(),
          one.denyRest);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(one.seed + ": " + e.getMessage(), e);
    }
  }

  private static Case random(long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, String> options = new HashMap<>();
    options.put("groups", random.nextBoolean() ? "new" : "existing");
    options.put("denyRest", random.nextBoolean() ? "none" : "endpoint");
    Fixture fixture = RandomDocuments.of(seed, RandomNsgSettings.options());
    RandomNsgSettings settings = new RandomNsgSettings(fixture, random.nextBoolean());
    MemoryFiles memory = new MemoryFiles();
    ExportResult result = AzurermExamples.run(fixture, options, memory);
    SortedMap<String, String> files = memory.files();
    assertThat(Outcomes.of(result))
        .as("seed %s", seed)
        .isEqualTo(settings.expectation().outcomes());
    boolean written = !settings.expectation().writtenEndpoints().isEmpty();
    assertThat(files.isEmpty()).as("seed %s", seed).isEqualTo(!written);
    String variables = files.getOrDefault("variables.tf", "");
    return new Case(
        "seed " + seed,
        new Call("seed-" + seed, files, inputs(variables, settings)),
        settings,
        options.get("denyRest").equals("endpoint"),
        written);
  }

  /** What the variables ask for. */
  private static Map<String, Object> inputs(String variables, RandomNsgSettings settings) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    Matcher variable = VARIABLE.matcher(variables);
    while (variable.find()) {
      String name = "var." + variable.group(1) + "_addresses";
      String text = variable.group(2);
      Matcher endpoint = ENDPOINT.matcher(text);
      assertThat(endpoint.lookingAt()).as(text).isTrue();
      boolean onlyOne = text.contains("must hold addresses of one family");
      boolean noIpv4 = text.contains("= length(" + name + ".ipv4) == 0\n");
      boolean noIpv6 = text.contains("= length(" + name + ".ipv6) == 0\n");
      List<String> given = new ArrayList<>();
      if (onlyOne) {
        given.addAll(settings.give(endpoint.group(1), ""));
      } else {
        given.addAll(noIpv4 ? List.of() : settings.give(endpoint.group(1), "IPv4"));
        given.addAll(noIpv6 ? List.of() : settings.give(endpoint.group(1), "IPv6"));
      }
      inputs.put(
          variable.group(1) + "_addresses",
          Map.of("ipv4", labelled(given, false), "ipv6", labelled(given, true)));
    }
    return inputs;
  }

  private static Map<String, String> labelled(List<String> networks, boolean ipv6) {
    Map<String, String> labelled = new LinkedHashMap<>();
    for (String network : networks) {
      if (network.contains(":") == ipv6) {
        labelled.put("label " + labelled.size(), network);
      }
    }
    return labelled;
  }
}
