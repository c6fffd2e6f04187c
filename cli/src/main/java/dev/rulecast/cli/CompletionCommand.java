package dev.rulecast.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rulecast completion}. */
final class CompletionCommand implements Callable<Integer> {
  private final Session session;
  private final CommandSpec spec = Commands.spec("completion", this);

  CompletionCommand(Session session) {
    this.session = session;
  }

  CommandSpec spec() {
    spec.usageMessage()
        .description("Print a completion script for bash and zsh.")
        .footerHeading("%nExample:%n")
        .footer("  source <(rulecast completion)");
    new CommonOptions().addTo(spec);
    return spec;
  }

  @Override
  public Integer call() {
    session.out().print(AutoComplete.bash("rulecast", spec.root().commandLine()));
    return ExitCode.OK;
  }
}
