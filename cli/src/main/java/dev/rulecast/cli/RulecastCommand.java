package dev.rulecast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** {@code rulecast}: holds the subcommands. */
final class RulecastCommand implements Callable<Integer> {
  private final Session session;
  private final CommandSpec spec = Commands.spec("rulecast", this);

  RulecastCommand(Session session) {
    this.session = session;
  }

  CommandSpec spec() {
    spec.usageMessage()
        .description(
            "Turns firewall rules into Terraform and other code that people review and apply.")
        .synopsisSubcommandLabel("COMMAND")
        .commandListHeading("%nCommands (`rulecast COMMAND --help` tells more):%n")
        .footerHeading("%nExample:%n")
        .footer(
            "  rulecast export -e production.yaml -o iac catalog:netwrix-auditor/logon-activity");
    String version = Main.class.getPackage().getImplementationVersion();
    return spec.version("rulecast " + (version == null ? "development" : version))
        .addOption(
            OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Print this help.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .type(boolean.class)
                .versionHelp(true)
                .description("Print the version.")
                .build());
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(session.err());
    return ExitCode.USAGE;
  }
}
