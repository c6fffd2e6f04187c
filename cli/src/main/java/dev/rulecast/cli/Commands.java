package dev.rulecast.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** The commands. Only those are made that a run may need. */
final class Commands {
  static final List<String> NAMES =
      List.of(
          "export", "check", "validate", "import", "exporters", "catalog", "schema", "completion");

  private static final int HELP_COLUMNS = 100;

  private Commands() {}

  /** The command line that can parse these arguments. */
  static CommandLine of(Session session, String... args) {
    CommandLine commandLine = new CommandLine(new RulecastCommand(session).spec(), Options.FACTORY);
    for (String name : needed(args)) {
      commandLine.addSubcommand(new CommandLine(command(name, session), Options.FACTORY));
    }
    commandLine.setOut(session.out());
    commandLine.setErr(session.err());
    commandLine.setUsageHelpWidth(HELP_COLUMNS);
    commandLine.setColorScheme(
        CommandLine.Help.defaultColorScheme(session.colorsOut() ? Ansi.ON : Ansi.OFF));
    commandLine.registerConverter(LocalDate.class, new Converters.Day());
    commandLine.registerConverter(Path.class, new Converters.File());
    Failures failures = new Failures(session);
    commandLine.setParameterExceptionHandler(failures);
    commandLine.setExecutionExceptionHandler(failures);
    return commandLine;
  }

  private static List<String> needed(String... args) {
    String first = args.length == 0 ? "" : args[0];
    if (args.length == 1 && (first.equals("--version") || first.equals("-V"))) {
      return List.of();
    }
    // The completion script is about all of them.
    return NAMES.contains(first) && !first.equals("completion") ? List.of(first) : NAMES;
  }

  /** What all commands have in common. */
  static CommandSpec spec(String name, Callable<Integer> command) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command, Options.FACTORY).name(name);
    spec.usageMessage().abbreviateSynopsis(true).sortOptions(false);
    return spec;
  }

  private static CommandSpec command(String name, Session session) {
    return switch (name) {
      case "export" -> new ExportCommand(session).spec();
      case "check" -> new CheckCommand(session).spec();
      case "validate" -> new ValidateCommand(session).spec();
      case "import" -> new ImportCommand(session).spec();
      case "exporters" -> new ExportersCommand(session).spec();
      case "catalog" -> new CatalogCommand(session).spec();
      case "schema" -> new SchemaCommand(session).spec();
      case "completion" -> new CompletionCommand(session).spec();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
