package dev.rulecast.cli;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.exporter.Exporters;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognizes RULES that name no file and were meant as something else. */
final class MistakenArguments {
  private final Set<String> exporters;
  private final Collection<String> catalog;

  MistakenArguments(Exporters exporters, Collection<String> catalog) {
    this.exporters = exporters.byId().keySet();
    this.catalog = catalog;
  }

  /** What is wrong with the first that was meant as something else. */
  Optional<CommandException> explain(List<String> rules) {
    return rules.stream().flatMap(argument -> explain(argument).stream()).findFirst();
  }

  private Optional<CommandException> explain(String argument) {
    String quoted = UserText.quote(argument);
    if (exporters.contains(argument)) {
      return mistaken(
          quoted + " is an exporter, and not a file with rules.",
          "name exporters with -t, separated by commas without spaces");
    }
    int dot = argument.indexOf('.');
    if (dot > 0 && argument.indexOf('=') > dot && exporters.contains(argument.substring(0, dot))) {
      return mistaken(
          quoted + " is an option of an exporter, and not a file with rules.",
          "put -O before each of them");
    }
    if (catalog.contains(argument)) {
      return mistaken(
          quoted + " is in the catalog, and not a file.",
          "did you mean " + UserText.quote("catalog:" + argument) + "?");
    }
    return Optional.empty();
  }

  private static Optional<CommandException> mistaken(String message, String hint) {
    return Optional.of(CommandException.usage(message, hint));
  }
}
