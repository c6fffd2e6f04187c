package dev.rulecast.cli;

import dev.rulecast.policy.Policy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rulecast validate}. */
@Command(
    name = "validate",
    description = "Read and check rule sets, and write nothing.",
    footerHeading = "%nExample:%n",
    footer = "  rulecast validate -e production.yaml rules/")
final class ValidateCommand implements Callable<Integer> {
  @Mixin private InputOptions input;
  @Mixin private CommonOptions common;

  private final Session session;

  ValidateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Progress progress = Progress.start(session, common.json())) {
      progress.at("reading");
      Reporter reporter = common.reporter(session);
      Policy policy = new PolicyReader(session, common.exporters(session), reporter).read(input);
      if (!common.json()) {
        session
            .out()
            .println(
                "Valid: %s rule sets, %s endpoints, %s flows."
                    .formatted(
                        policy.ruleSets().size(),
                        policy.endpoints().size(),
                        policy.flows().size()));
        session.out().flush();
      }
      return ExitCode.OK;
    }
  }
}
