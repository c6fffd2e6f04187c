package dev.rulecast.cli;

import dev.rulecast.exporter.PluginException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into diagnostics and an exit code. */
final class Failures implements IExecutionExceptionHandler {
  private final Session session;

  Failures(Session session) {
    this.session = session;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
    List<String> given = arguments.originalArgs();
    CommandException end = end(e);
    if (given.contains("--debug") && !(e instanceof CommandException)) {
      e.printStackTrace(session.err());
    }
    reporter(given).report(end.diagnostics());
    return end.exitCode();
  }

  private Reporter reporter(List<String> given) {
    int format = given.indexOf("--format");
    boolean json =
        given.contains("--format=json")
            || (format >= 0 && format + 1 < given.size() && given.get(format + 1).equals("json"));
    return json
        ? new JsonReporter(session.err())
        : new TextReporter(session.err(), session.errIsTerminal());
  }

  private static CommandException end(Exception e) {
    if (e instanceof CommandException known) {
      return known;
    }
    if (e instanceof PluginException plugin) {
      return CommandException.of(
          ExitCode.INTERNAL, "plugin", plugin.getMessage(), "remove or update the plugin");
    }
    if (e instanceof IOException io) {
      return CommandException.of(ExitCode.IO, "io", IoErrors.message(io), "");
    }
    if (e instanceof UncheckedIOException io) {
      return CommandException.of(ExitCode.IO, "io", IoErrors.message(io.getCause()), "");
    }
    return CommandException.of(
        ExitCode.INTERNAL,
        "internal",
        "rulecast itself failed: " + e + ".",
        "please report it with the output of --debug");
  }
}
