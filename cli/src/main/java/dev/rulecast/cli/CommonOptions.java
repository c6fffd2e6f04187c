package dev.rulecast.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What every command takes. */
final class CommonOptions {
  /** How diagnostics and results are printed. */
  enum Format {
    text,
    json
  }

  private final OptionSpec format =
      Options.one(Format.class, "FORMAT", "--format")
          .initialValue(Format.text)
          .description("text (default), or json for programs: complete, one object a line.")
          .build();
  private final OptionSpec debug = Options.flag("--debug", "Print stack traces of failures.");

  void addTo(CommandSpec command) {
    command.addOption(format).addOption(debug);
  }

  /** These options among arguments of which the others may be wrong. */
  static CommonOptions among(String... args) {
    CommonOptions options = new CommonOptions();
    CommandSpec command = CommandSpec.wrapWithoutInspection(options, Options.FACTORY);
    options.addTo(command);
    CommandLine parser =
        new CommandLine(command, Options.FACTORY).setUnmatchedArgumentsAllowed(true);
    try {
      parser.parseArgs(args);
    } catch (ParameterException e) {
      // The format itself is wrong, and will be told as text.
    }
    return options;
  }

  boolean json() {
    return format.getValue() == Format.json;
  }

  boolean debug() {
    return Options.isGiven(debug);
  }

  Reporter reporter(Session session) {
    return json() ? new JsonReporter(session.err()) : new TextReporter(session);
  }
}
