package dev.rulecast.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rulecast}: holds the subcommands. */
@Command(
    name = "rulecast",
    description =
        "Turns firewall rules into Terraform and other code that people review and apply.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExample:%n",
    footer = "  rulecast export -e production.yaml -o iac catalog:netwrix-auditor/logon-activity")
final class RulecastCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Print this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version.")
  private boolean version;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "No command is given.");
  }
}
