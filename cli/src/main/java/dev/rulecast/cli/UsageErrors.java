package dev.rulecast.cli;

import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words for command lines that cannot be parsed. */
final class UsageErrors {
  private UsageErrors() {}

  /** What is wrong, and what was probably meant. */
  static CommandException explain(ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String message = Objects.requireNonNullElse(e.getMessage(), "It is wrong");
    Optional<String> hint = Optional.empty();
    if (e instanceof UnmatchedArgumentException unmatched) {
      String argument = unmatched.getUnmatched().get(0);
      String name = argument.split("=", 2)[0];
      if (argument.startsWith("-")) {
        message = "There is no option " + UserText.quote(name) + ".";
        hint = Suggestions.didYouMean(name, command.optionsMap().keySet());
      } else if (command.parent() == null) {
        message = "There is no command " + UserText.quote(argument) + ".";
        hint = Suggestions.didYouMean(argument, Commands.NAMES);
      } else {
        message = "The argument " + UserText.quote(argument) + " is one too many.";
      }
    }
    return CommandException.usage(
        message.endsWith(".") ? message : message + ".",
        hint.orElse("see `" + command.qualifiedName() + " --help`"));
  }
}
