package dev.rulecast.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The commands. picocli inspects each one's class, so only those are made that a run may need. */
final class Commands {
  static final List<String> NAMES =
      List.of(
          "export", "check", "validate", "import", "exporters", "catalog", "schema", "completion");

  private static final int HELP_COLUMNS = 100;

  private Commands() {}

  /** The command line that can parse these arguments. */
  static CommandLine of(Session session, String... args) {
    CommandLine commandLine = new CommandLine(new RulecastCommand(session));
    for (String name : needed(args)) {
      commandLine.addSubcommand(command(name, session));
    }
    String version = Main.class.getPackage().getImplementationVersion();
    commandLine.getCommandSpec().version("rulecast " + (version == null ? "development" : version));
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

  private static Object command(String name, Session session) {
    return switch (name) {
      case "export" -> new ExportCommand(session);
      case "check" -> new CheckCommand(session);
      case "validate" -> new ValidateCommand(session);
      case "import" -> new ImportCommand(session);
      case "exporters" -> new ExportersCommand(session);
      case "catalog" -> new CatalogCommand(session);
      case "schema" -> new SchemaCommand(session);
      case "completion" -> new CompletionCommand(session);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
