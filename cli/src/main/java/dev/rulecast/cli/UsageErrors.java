package dev.rulecast.cli;

import dev.rulecast.diagnostic.UserText;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line. */
final class UsageErrors implements IParameterExceptionHandler {
  private final Session session;

  UsageErrors(Session session) {
    this.session = session;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String hint = "see `" + command.getCommandSpec().qualifiedName() + " --help`";
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      if (!near.isEmpty()) {
        hint = "did you mean " + UserText.quote(near.get(0)) + "?";
      }
    }
    String message = e.getMessage();
    CommandException error =
        CommandException.usage(message.endsWith(".") ? message : message + ".", hint);
    new TextReporter(session.err(), session.errIsTerminal()).report(error.diagnostics());
    return error.exitCode();
  }
}
