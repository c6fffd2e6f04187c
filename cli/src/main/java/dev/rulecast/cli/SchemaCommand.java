package dev.rulecast.cli;

import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.read.Schemas;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rulecast schema}. */
final class SchemaCommand implements Callable<Integer> {
  private final PositionalParamSpec kind =
      Options.argument("KIND")
          .defaultValue("ruleset")
          .description("ruleset (default) or environment.")
          .build();
  private final Session session;

  SchemaCommand(Session session) {
    this.session = session;
  }

  CommandSpec spec() {
    CommandSpec spec = Commands.spec("schema", this);
    spec.usageMessage()
        .description("Print the JSON Schema of rule sets or of environments, for editors.")
        .footerHeading("%nExample:%n")
        .footer("  rulecast schema environment > environment.schema.json");
    new CommonOptions().addTo(spec);
    return spec.addPositional(kind);
  }

  @Override
  public Integer call() {
    String named = kind.getValue();
    String schema =
        Schemas.text(named)
            .orElseThrow(
                () ->
                    CommandException.usage(
                        "There is no schema " + UserText.quote(named) + ".",
                        Suggestions.didYouMean(named, Schemas.NAMES)
                            .orElse("write ruleset or environment")));
    session.out().print(schema);
    return ExitCode.OK;
  }
}
