package dev.rulecast.awssg.cloudformation;

import dev.rulecast.exporter.Option;
import java.util.Locale;

/** The notation of a template. */
enum Format {
  /** Has comments. */
  YAML,
  /** For programs that read no YAML. */
  JSON;

  static final Option<Format> OPTION =
      Option.choice(
          "format", "The notation of the template; JSON has no comments.", Format.class, YAML);

  /** The name of the file. */
  String file() {
    return "template." + name().toLowerCase(Locale.ROOT);
  }
}
