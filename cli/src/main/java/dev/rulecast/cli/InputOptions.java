package dev.rulecast.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is read. */
final class InputOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "RULES",
      description = {
        "Rule sets: files, folders (*.yaml, *.yml, *.json), catalog:NAME, or - for standard input.",
        "A catalog name may have a *: 'catalog:netwrix-auditor/*'."
      })
  private List<String> rules = new ArrayList<>();

  @Option(
      names = {"-e", "--environment"},
      paramLabel = "ENV",
      description = "The environment: where the endpoints are.")
  private @Nullable Path environment;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Judge expiry as of this day (YYYY-MM-DD) instead of today (UTC).")
  private @Nullable LocalDate asOf;

  List<String> rules() {
    return rules;
  }

  Optional<Path> environment() {
    return Optional.ofNullable(environment);
  }

  LocalDate asOf(Session session) {
    return asOf == null ? session.today() : asOf;
  }
}
