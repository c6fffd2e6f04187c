package dev.rulecast.cli;

import dev.rulecast.exporter.Exporters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

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
      description = "text for people (default), or json for machines: complete, one object a line.")
  private Format format = Format.text;

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "Also load the exporter plugins in this folder's jars. They are programs.")
  private List<Path> plugins = new ArrayList<>();

  @Option(names = "--debug", description = "Print stack traces of failures.")
  private boolean debug;

  boolean json() {
    return format == Format.json;
  }

  boolean debug() {
    return debug;
  }

  Reporter reporter(Session session) {
    return json()
        ? new JsonReporter(session.err())
        : new TextReporter(session.err(), session.errIsTerminal());
  }

  /** The exporters on the class path, beside the distribution's {@code lib/}, and in DIR. */
  Exporters exporters(Session session) {
    return Exporters.find(PluginFolders.loader(session, plugins));
  }
}
