package dev.rulecast.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rulecast completion}. */
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh.",
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  source <(rulecast completion)")
final class CompletionCommand implements Callable<Integer> {
  @SuppressWarnings("unused") // what goes wrong is told as these options say
  @Mixin
  private CommonOptions common;

  @Spec private CommandSpec spec;

  private final Session session;

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.out().print(AutoComplete.bash("rulecast", spec.root().commandLine()));
    return ExitCode.OK;
  }
}
