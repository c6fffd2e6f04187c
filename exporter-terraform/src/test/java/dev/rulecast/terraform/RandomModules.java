package dev.rulecast.terraform;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.terraform.hcl.EvaluatedModule;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.MemoryFiles;
import dev.rulecast.testkit.RandomAws;
import dev.rulecast.testkit.reference.AwsWorld;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The module of random documents, and what a caller gives it.
 *
 * @param seed makes the documents
 * @param fixture the documents
 * @param files of the module, by name
 * @param result what the exporter says of them
 * @param world the network in which it is judged
 */
record RandomModules(
    long seed,
    Fixture fixture,
    SortedMap<String, String> files,
    ExportResult result,
    AwsWorld world) {
  static RandomModules of(long seed) throws IOException {
    Fixture fixture = RandomAws.fixture(seed);
    TerraformExporter exporter = new TerraformExporter();
    OptionValues options =
        OptionValues.parse(
            exporter.info(), Map.of("peers", RandomAws.peers(seed)), new Diagnostics());
    MemoryFiles files = new MemoryFiles();
    ExportResult result =
        new ExportRun(exporter, options, fixture.policy(exporter)).run(files, Map.of());
    AwsWorld world = AwsWorld.of(Fixture.AS_OF, fixture.documents());
    return new RandomModules(seed, fixture, files.files(), result, world);
  }

  String[] documents() {
    return fixture.documents();
  }

  /** Values for the variables: the networks of the world. */
  Map<String, Object> variables() {
    return new ModuleInputs(files)
        .values(endpoint -> world.unbound().getOrDefault(endpoint, List.of()));
  }

  /** The module with these values. */
  EvaluatedModule evaluated(Map<String, Object> values) {
    return new ModuleInputs(files).evaluated(values, address -> "id of " + address);
  }
}
