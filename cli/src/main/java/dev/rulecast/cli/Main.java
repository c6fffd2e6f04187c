package dev.rulecast.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The command {@code rulecast}. */
public final class Main {
  private Main() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    Session session =
        new Session(
            System.in,
            writer(FileDescriptor.out),
            writer(FileDescriptor.err),
            Boolean.getBoolean("rulecast.stdout.tty"),
            Boolean.getBoolean("rulecast.stderr.tty") && System.getenv("NO_COLOR") == null,
            Optional.ofNullable(System.getProperty("rulecast.home")).map(Path::of),
            LocalDate.now(Clock.systemUTC()));
    int exitCode = run(session, args);
    session.out().flush();
    session.err().flush();
    System.exit(exitCode);
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new LineFeedWriter(
        new OutputStreamWriter(
            new BufferedOutputStream(new FileOutputStream(descriptor)), StandardCharsets.UTF_8));
  }

  /** Runs the command and returns its exit code. */
  static int run(Session session, String... args) {
    CommandLine commandLine = commandLine(session);
    return commandLine.execute(args);
  }

  private static CommandLine commandLine(Session session) {
    CommandLine commandLine = new CommandLine(new RulecastCommand());
    commandLine.addSubcommand(new ExportCommand(session));
    commandLine.addSubcommand(new CheckCommand(session));
    commandLine.addSubcommand(new ValidateCommand(session));
    commandLine.addSubcommand(new ExportersCommand(session));
    commandLine.addSubcommand(new CatalogCommand(session));
    commandLine.addSubcommand(new SchemaCommand(session));
    commandLine.addSubcommand(new CompletionCommand(session));
    String version =
        Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
            .orElse("development");
    commandLine.getCommandSpec().version("rulecast " + version);
    commandLine.setOut(session.out());
    commandLine.setErr(session.err());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setColorScheme(
        Help.defaultColorScheme(session.outIsTerminal() ? Help.Ansi.ON : Help.Ansi.OFF));
    commandLine.setParameterExceptionHandler(new UsageErrors(session));
    commandLine.setExecutionExceptionHandler(new Failures(session));
    return commandLine;
  }
}
