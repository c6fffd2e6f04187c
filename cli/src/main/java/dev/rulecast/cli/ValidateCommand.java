package dev.rulecast.cli;

import dev.rulecast.exporter.Exporters;
import dev.rulecast.policy.Policy;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rulecast validate}. */
final class ValidateCommand implements Callable<Integer> {
  private final InputOptions input = new InputOptions();
  private final PluginFolders plugins = new PluginFolders();
  private final CommonOptions common = new CommonOptions();
  private final Session session;

  ValidateCommand(Session session) {
    this.session = session;
  }

  CommandSpec spec() {
    CommandSpec spec = Commands.spec("validate", this);
    spec.usageMessage()
        .description("Read and check rule sets, and write nothing.")
        .footerHeading("%nExample:%n")
        .footer("  rulecast validate -e production.yaml rules/");
    input.addTo(spec);
    plugins.addTo(spec);
    common.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    Exporters exporters = plugins.exporters(session);
    int exitCode = plugins.reportProblems(exporters, session, common);
    try (Progress progress = Progress.start(session, common.json())) {
      progress.at("reading");
      report(new PolicyReader(session, exporters, common.reporter(session)).read(input));
      return exitCode;
    }
  }

  private void report(Policy policy) {
    int ruleSets = policy.ruleSets().size();
    int endpoints = policy.endpoints().size();
    int flows = policy.flows().size();
    if (common.json()) {
      new JsonLines(session.out())
          .print(
              line -> {
                line.writeStringProperty("status", "valid");
                line.writeNumberProperty("ruleSets", ruleSets);
                line.writeNumberProperty("endpoints", endpoints);
                line.writeNumberProperty("flows", flows);
              });
    } else {
      session
          .out()
          .println(
              "Valid: %s, %s, %s."
                  .formatted(
                      Plural.of(ruleSets, "rule set"),
                      Plural.of(endpoints, "endpoint"),
                      Plural.of(flows, "flow")));
    }
  }
}
