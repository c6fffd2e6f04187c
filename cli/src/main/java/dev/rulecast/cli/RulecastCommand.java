package dev.rulecast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code rulecast}: holds the subcommands. */
@Command(
    name = "rulecast",
    description =
        "Turns firewall rules into Terraform and other code that people review and apply.",
    synopsisSubcommandLabel = "COMMAND",
    abbreviateSynopsis = true,
    commandListHeading = "%nCommands (`rulecast COMMAND --help` tells more):%n",
    footerHeading = "%nExample:%n",
    footer = "  rulecast export -e production.yaml -o iac catalog:netwrix-auditor/logon-activity")
final class RulecastCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Print this help.")
  @SuppressWarnings("unused") // picocli itself acts upon it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version.")
  @SuppressWarnings("unused") // likewise
  private boolean version;

  private final Session session;

  RulecastCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(session.err());
    return ExitCode.USAGE;
  }
}
