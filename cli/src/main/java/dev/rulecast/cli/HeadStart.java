package dev.rulecast.cli;

import dev.rulecast.exporter.Exporters;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.template.Templates;
import java.util.Set;

/**
 * Loads, in a thread of its own, what an export needs whatever its input, while the command line
 * and the input are read. Nothing depends on it: what fails here fails again where it is needed,
 * and is told there.
 */
final class HeadStart extends Thread {
  private static final Set<String> EXPORTING = Set.of("export", "check");

  private HeadStart() {
    super("head-start");
    setDaemon(true);
  }

  /** Begins, if the command is one that exports. */
  static void begin(String... args) {
    if (args.length > 1 && EXPORTING.contains(args[0])) {
      new HeadStart().start();
    }
  }

  @Override
  public void run() {
    try {
      Exporters.find(RuleExporter.class.getClassLoader());
      Templates.load();
    } catch (RuntimeException | Error e) {
      // Told where it is needed.
    }
  }
}
