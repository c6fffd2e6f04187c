package dev.rulecast.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What every command takes. */
final class CommonOptions {
  /** How diagnostics and results are printed. */
  enum Format {
    text,
    json
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), or json for programs: complete, one object a line.")
  private Format format = Format.text;

  @Option(names = "--debug", description = "Print stack traces of failures.")
  private boolean debug;

  /** These options among arguments of which the others may be wrong. */
  static CommonOptions among(String... args) {
    CommonOptions options = new CommonOptions();
    CommandLine parser = new CommandLine(options).setUnmatchedArgumentsAllowed(true);
    try {
      parser.parseArgs(args);
    } catch (ParameterException e) {
      // The format itself is wrong, and will be told as text.
    }
    return options;
  }

  boolean json() {
    return format == Format.json;
  }

  boolean debug() {
    return debug;
  }

  Reporter reporter(Session session) {
    return json() ? new JsonReporter(session.err()) : new TextReporter(session);
  }
}
