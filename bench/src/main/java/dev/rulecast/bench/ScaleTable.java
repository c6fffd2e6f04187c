package dev.rulecast.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Measures commands on generated documents, and prints a row for each as soon as it is known. */
final class ScaleTable {
  /** A command that takes less is run three times, and the median counts. */
  private static final double SHORT_SECONDS = 5;

  private final Distribution distribution;
  private final PrintStream out;

  ScaleTable(Distribution distribution, PrintStream out) {
    this.distribution = distribution;
    this.out = out;
  }

  void head() {
    out.println(
        "| documents | flows | addresses | command | s | CPU s | peak MB | output MB | lines of"
            + " messages | µs a flow | × bare s | × bare CPU s | exit |");
    out.println("| --- | ---: | ---: | --- |" + " ---: |".repeat(9));
  }

  /** What the rows of one set of documents have in common. */
  record Case(String name, int addresses, Documents documents, Processes.Run bare) {}

  private interface Command {
    Processes.Run run() throws IOException;
  }

  /** The row of bare parsing, which the others are divided by. */
  Case bareParse(String name, int addresses, Documents documents) throws IOException {
    List<Path> files = List.of(documents.ruleSet(), documents.environment());
    Processes.Run run = median(() -> distribution.standIn(BareParse.class, files));
    Case one = new Case(name, addresses, documents, run);
    row(one, "bare parse", run, 0);
    return one;
  }

  /**
   * The row of {@code validate}.
   *
   * @throws IllegalStateException if the documents are not what was meant
   */
  void validate(Case one) throws IOException {
    Documents documents = one.documents;
    Processes.Run run =
        median(
            () ->
                distribution.rulecast(
                    List.of("validate", "-e", documents.environment(), documents.ruleSet())));
    row(one, "validate", run, 0);
    boolean asMeant = run.out().endsWith(" " + documents.flows() + " flows.\n");
    if (run.exitCode() != 0 || !asMeant || !run.err().isEmpty()) {
      throw new IllegalStateException(
          "The documents in %s are not %s flows without a warning: %s%s"
              .formatted(documents.folder(), documents.flows(), run.out(), run.err()));
    }
  }

  /** The row of an export; returns what it was. */
  Processes.Run export(Case one, String targets) throws IOException {
    Path folder = distribution.work().resolve("out");
    Documents documents = one.documents;
    long[] bytes = {0};
    Processes.Run run =
        median(
            () -> {
              Processes.Run each =
                  distribution.rulecast(
                      List.of(
                          "export",
                          "-t",
                          targets,
                          "-e",
                          documents.environment(),
                          "-o",
                          "out",
                          documents.ruleSet()));
              bytes[0] = Folders.bytes(folder);
              Folders.delete(folder);
              return each;
            });
    row(one, targets, run, bytes[0]);
    return run;
  }

  private static Processes.Run median(Command command) throws IOException {
    List<Processes.Run> runs = new ArrayList<>(List.of(command.run()));
    while (runs.get(0).seconds() < SHORT_SECONDS && runs.size() < 3) {
      runs.add(command.run());
    }
    runs.sort(Comparator.comparingDouble(Processes.Run::seconds));
    return runs.get(runs.size() / 2);
  }

  private void row(Case one, String command, Processes.Run run, long bytes) {
    out.printf(
        "| %s | %,d | %s | %s | %.2f | %.2f | %,d | %,.1f | %,d | %,.1f | %.2f | %.2f | %s |%n",
        one.name,
        one.documents.flows(),
        one.addresses,
        command,
        run.seconds(),
        run.cpuSeconds(),
        run.peakBytes() >> 20,
        bytes / 1e6,
        run.err().lines().count(),
        run.seconds() * 1e6 / one.documents.flows(),
        run.seconds() / one.bare.seconds(),
        run.cpuSeconds() / one.bare.cpuSeconds(),
        run.exitCode());
  }
}
