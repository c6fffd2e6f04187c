package dev.rulecast.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Short runs: what a user waits for whose rules are few. */
final class StartUp {
  private static final int RUNS = 15;

  private final Distribution distribution;
  private final Path examples;
  private final PrintStream out;

  StartUp(Distribution distribution, Path examples, PrintStream out) {
    this.distribution = distribution;
    this.examples = examples;
    this.out = out;
  }

  private interface Command {
    Processes.Run run() throws IOException;
  }

  void measure() throws IOException {
    out.println("\n## Start-up\n");
    out.println("| command | median s | min s | CPU s | peak MB | exit |");
    out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
    row("an empty class, by `java`", distribution::emptyMain);
    row("an empty class, by the launcher", () -> distribution.standIn(EmptyMain.class, List.of()));
    row("`--version`", () -> distribution.rulecast(List.of("--version")));
    row("7 rules to `terraform`", () -> export(List.of("-t", "terraform")));
    row("7 rules to all exporters", () -> export(List.of()));
  }

  private Processes.Run export(List<String> targets) throws IOException {
    List<Object> arguments = new ArrayList<>(List.of("export"));
    arguments.addAll(targets);
    arguments.addAll(List.of("-e", examples.resolve("production.yaml")));
    arguments.addAll(List.of("-o", "out", "catalog:netwrix-auditor/logon-activity"));
    Processes.Run run = distribution.rulecast(arguments);
    Folders.delete(distribution.work().resolve("out"));
    return run;
  }

  private void row(String name, Command command) throws IOException {
    command.run(); // to warm the caches of files
    List<Processes.Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(command.run());
    }
    runs.sort(Comparator.comparingDouble(Processes.Run::seconds));
    Processes.Run median = runs.get(RUNS / 2);
    List<Double> cpu = new ArrayList<>(runs.stream().map(Processes.Run::cpuSeconds).toList());
    Collections.sort(cpu);
    out.printf(
        "| %s | %.3f | %.3f | %.2f | %s | %s |%n",
        name,
        median.seconds(),
        runs.get(0).seconds(),
        cpu.get(RUNS / 2),
        median.peakBytes() >> 20,
        median.exitCode());
  }
}
