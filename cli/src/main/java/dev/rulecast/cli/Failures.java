package dev.rulecast.cli;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.exporter.PluginException;
import dev.rulecast.output.EditedFilesException;
import dev.rulecast.output.OutputException;
import dev.rulecast.read.UnreadableInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever goes wrong into diagnostics and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Session session;

  /** Whose failure it is, before messages that do not tell; empty where nobody would ask. */
  private final String about;

  Failures(Session session) {
    this(session, "");
  }

  private Failures(Session session, String about) {
    this.session = session;
    this.about = about;
  }

  /** The failures of one exporter among several. */
  static Failures of(String exporter, Session session) {
    return new Failures(session, exporter + ": ");
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    return end(UsageErrors.explain(e), e.getCommandLine(), CommonOptions.among(args));
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    CommonOptions options = CommonOptions.among(parsed.originalArgs().toArray(String[]::new));
    return end(e, command, options);
  }

  private int end(Exception e, CommandLine command, CommonOptions options) {
    int exitCode = report(e, options);
    if (exitCode == ExitCode.USAGE && !options.json()) {
      session.err().print("usage: " + command.getHelp().synopsis(0));
    }
    return exitCode;
  }

  /** Tells what went wrong and returns the exit code that it is worth. */
  int report(Throwable e, CommonOptions options) {
    Reporter reporter = options.reporter(session);
    if (options.debug() && !(e instanceof CommandException)) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      reporter.stackTrace(trace.toString());
    }
    CommandException end = explain(e);
    reporter.report(end.diagnostics());
    return end.exitCode();
  }

  private CommandException explain(Throwable e) {
    if (e instanceof CommandException known) {
      return known;
    }
    if (e instanceof UnreadableInputException unreadable) {
      return new CommandException(ExitCode.IO, unreadable.diagnostics());
    }
    if (e instanceof EditedFilesException edited) {
      return new CommandException(ExitCode.IO, List.of(explain(edited)));
    }
    if (e instanceof OutputException output) {
      return CommandException.of(ExitCode.IO, "output", message(output), output.hint());
    }
    if (e instanceof IOException io) {
      return CommandException.of(ExitCode.IO, "io", about + IoErrors.message(io), "");
    }
    if (e instanceof UncheckedIOException && e.getCause() instanceof IOException io) {
      return explain(io);
    }
    if (e instanceof PluginException plugin && e.getCause() instanceof OutOfMemoryError) {
      return CommandException.of(
          ExitCode.INTERNAL,
          "memory",
          message(plugin),
          "give Java more memory, such as with RULECAST_JAVA_OPTS=-Xmx4g; if that does not help,"
              + " report it to the author of the exporter");
    }
    if (e instanceof PluginException plugin) {
      return CommandException.of(
          ExitCode.INTERNAL,
          "plugin",
          message(plugin),
          "update or remove the plugin, or report it to its author; --debug tells more");
    }
    if (e instanceof OutOfMemoryError) {
      return CommandException.of(
          ExitCode.INTERNAL,
          "memory",
          "There is not enough memory.",
          "give Java more, such as with RULECAST_JAVA_OPTS=-Xmx4g");
    }
    return CommandException.of(
        ExitCode.INTERNAL,
        "internal",
        "rulecast itself failed: " + e + ".",
        "please report it with the output of --debug");
  }

  private static String message(Exception e) {
    return Objects.requireNonNullElse(e.getMessage(), e.toString());
  }

  private static Diagnostic explain(EditedFilesException e) {
    List<String> files =
        e.files().stream().map(file -> file.path() + " " + file.reason().phrase()).toList();
    return Diagnostic.of(Severity.ERROR, "edited-files", message(e))
        .withHint(e.hint())
        .about(files);
  }
}
