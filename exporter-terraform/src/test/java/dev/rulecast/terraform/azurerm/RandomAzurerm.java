package dev.rulecast.terraform.azurerm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.terraform.azurerm.AzurermRoot.Call;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.MemoryFiles;
import dev.rulecast.testkit.Outcomes;
import dev.rulecast.testkit.RandomDocuments;
import dev.rulecast.testkit.nsg.NsgNetworks;
import dev.rulecast.testkit.nsg.NsgProof;
import dev.rulecast.testkit.nsg.RandomNsgSettings;
import dev.rulecast.testkit.reference.Expectation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module of random documents with random options.
 *
 * @param seed makes the documents and the options
 * @param call the module, and what its caller gives
 * @param networks what stands behind inputs and names
 * @param denyRest the value of the option
 * @param written whether there is a module: some documents have nothing for Azure
 */
record RandomAzurerm(
    long seed, Call call, NsgNetworks networks, boolean denyRest, boolean written) {
  private static final Pattern VARIABLE =
      Pattern.compile("(?ms)^variable \"(\\w+)_addresses\" \\{\n  description = \"(.*?)^}");

  private static final Pattern ENDPOINT = Pattern.compile("Addresses of ([a-z0-9-]+)[ (]");

  static RandomAzurerm of(long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, String> options = new HashMap<>();
    options.put("groups", random.nextBoolean() ? "new" : "existing");
    options.put("denyRest", random.nextBoolean() ? "none" : "endpoint");
    Fixture fixture = RandomDocuments.of(seed, RandomNsgSettings.options());
    NsgNetworks networks = new NsgNetworks(fixture, random.nextBoolean());
    MemoryFiles memory = new MemoryFiles();
    ExportResult result = AzurermExamples.run(fixture, options, memory);
    SortedMap<String, String> files = memory.files();
    Expectation expectation = networks.expectation();
    assertThat(Outcomes.of(result)).as("seed %s", seed).isEqualTo(expectation.outcomes());
    boolean written = !expectation.writtenEndpoints().isEmpty();
    assertThat(files.isEmpty()).as("seed %s", seed).isEqualTo(!written);
    String variables = files.getOrDefault("variables.tf", "");
    return new RandomAzurerm(
        seed,
        new Call("seed-" + seed, files, inputs(variables, networks)),
        networks,
        options.get("denyRest").equals("endpoint"),
        written);
  }

  /**
   * Compares what the groups of the module let through with what the documents say.
   *
   * @param groups the rules of each group by its name, as {@link PlannedGroups} has them
   */
  void compare(Map<String, List<Map<String, Object>>> groups) {
    try {
      NsgProof.compare(networks.expectation(), groups, networks.behind(), denyRest);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
    }
  }

  /** What the variables ask for. */
  static Map<String, Object> inputs(String variables, NsgNetworks networks) {
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
        given.addAll(networks.give(endpoint.group(1), ""));
      } else {
        given.addAll(noIpv4 ? List.of() : networks.give(endpoint.group(1), "IPv4"));
        given.addAll(noIpv6 ? List.of() : networks.give(endpoint.group(1), "IPv6"));
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
