package dev.rulecast.cli;

import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.read.Schemas;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rulecast schema}. */
@Command(
    name = "schema",
    description = "Print the JSON Schema of rule sets or of environments, for editors.",
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  rulecast schema environment > environment.schema.json")
final class SchemaCommand implements Callable<Integer> {
  @SuppressWarnings("unused") // what goes wrong is told as these options say
  @Mixin
  private CommonOptions common;

  @Parameters(
      arity = "0..1",
      paramLabel = "KIND",
      defaultValue = "ruleset",
      description = "ruleset (default) or environment.")
  private String kind = "ruleset";

  private final Session session;

  SchemaCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String schema =
        Schemas.text(kind)
            .orElseThrow(
                () ->
                    CommandException.usage(
                        "There is no schema " + UserText.quote(kind) + ".",
                        Suggestions.didYouMean(kind, Schemas.NAMES)
                            .orElse("write ruleset or environment")));
    session.out().print(schema);
    return ExitCode.OK;
  }
}
