package dev.rulecast.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What is read. */
final class InputOptions {
  private final PositionalParamSpec rules =
      Options.arguments("RULES")
          .description(
              "Rule sets: files, folders (*.yaml, *.yml, *.json), catalog:NAME, or - for standard"
                  + " input.",
              "A catalog name may have a *: 'catalog:netwrix-auditor/*'.")
          .build();
  private final OptionSpec environment =
      Options.one(Path.class, "ENV", "-e", "--environment")
          .description("The environment: where the endpoints are.")
          .build();
  private final OptionSpec asOf =
      Options.one(LocalDate.class, "DATE", "--as-of")
          .description("Judge expiry as of this day (YYYY-MM-DD) instead of today (UTC).")
          .build();

  void addTo(CommandSpec command) {
    command.addPositional(rules).addOption(environment).addOption(asOf);
  }

  List<String> rules() {
    return Options.values(rules);
  }

  Optional<Path> environment() {
    return Options.value(environment);
  }

  LocalDate asOf(Session session) {
    return Options.<LocalDate>value(asOf).orElse(session.today());
  }
}
