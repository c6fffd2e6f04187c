package dev.rulecast.cli;

import dev.rulecast.exporter.Exporters;
import dev.rulecast.importer.ImportOptions;
import dev.rulecast.importer.ImportResult;
import dev.rulecast.importer.Importer;
import dev.rulecast.model.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rulecast import}. */
final class ImportCommand implements Callable<Integer> {
  /** The protocols that rows can be said to mean. */
  enum Transport {
    tcp,
    udp
  }

  private final PositionalParamSpec files =
      Options.arguments("FILE")
          .description("Markdown (.md, .markdown, .txt; - is standard input) or .csv.")
          .build();
  private final OptionSpec dir =
      Options.one(Path.class, "DIR", "-o", "--output")
          .description("The folder for the rule sets; without it they are printed.")
          .build();
  private final OptionSpec environment =
      Options.one(Path.class, "ENV", "-e", "--environment")
          .description("The file for addresses in the tables (default: DIR-environment.yaml).")
          .build();
  private final OptionSpec source =
      Options.one(String.class, "NAME", "--source")
          .description("Who opens the connections of tables that have no column for it.")
          .build();
  private final OptionSpec destination =
      Options.one(String.class, "NAME", "--destination")
          .description("Who accepts the connections of tables that have no column for it.")
          .build();
  private final OptionSpec protocol =
      Options.one(Transport.class, "PROTOCOL", "--protocol")
          .description("tcp or udp: the protocol of tables that have no column for it.")
          .build();
  private final OptionSpec force = Options.flag("--force", "Replace files that are there already.");
  private final PluginFolders plugins = new PluginFolders();
  private final CommonOptions common = new CommonOptions();
  private final Session session;

  ImportCommand(Session session) {
    this.session = session;
  }

  CommandSpec spec() {
    CommandSpec spec = Commands.spec("import", this);
    spec.usageMessage()
        .description(
            "Make rule sets of the port tables in documents, for a person to review.",
            "A row that cannot be read is reported and kept as a comment, and the exit code is 4.")
        .footerHeading("%nExamples:%n")
        .footer(
            "  rulecast import -o rules vendor-ports.md",
            "  rulecast import --source Clients --destination 'Log server' ports.csv >"
                + " log-server.yaml");
    spec.addPositional(files)
        .addOption(dir)
        .addOption(environment)
        .addOption(source)
        .addOption(destination)
        .addOption(protocol)
        .addOption(force);
    plugins.addTo(spec);
    common.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Path> folder = Options.value(dir);
    Optional<Path> otherEnvironment = Options.value(environment);
    boolean replace = Options.isGiven(force);
    if (folder.isEmpty() && (otherEnvironment.isPresent() || replace)) {
      throw CommandException.usage(
          "Without a folder, nothing is written.", "name the folder with -o");
    }
    try (Progress progress = Progress.start(session, common.json())) {
      progress.at("reading");
      ImportResult result =
          new Importer(options()).run(new ImportFiles(session.in()).sources(Options.values(files)));
      if (result.failed()) {
        throw new CommandException(ExitCode.INPUT, result.diagnostics());
      }
      ImportProof.check(result);
      common.reporter(session).report(result.diagnostics());
      progress.at("writing");
      ImportOutput output = new ImportOutput(session.out(), common.json());
      if (folder.isPresent()) {
        output.write(result, folder.get(), otherEnvironment, replace);
      } else {
        output.print(result);
      }
      return result.unread() == 0 ? ExitCode.OK : ExitCode.UNSUPPORTED;
    }
  }

  private ImportOptions options() {
    Exporters exporters = plugins.exporters(session);
    Set<String> windowsRules = new TreeSet<>();
    exporters
        .byId()
        .values()
        .forEach(
            exporter ->
                windowsRules.addAll(
                    exporter.info().predefinedRules().getOrDefault("windows", Set.of())));
    return new ImportOptions(
        name(source),
        name(destination),
        Options.<Transport>value(protocol).map(name -> Protocol.parse(name.name())),
        windowsRules);
  }

  private static Optional<String> name(OptionSpec option) {
    Optional<String> name = Options.value(option);
    if (name.isPresent() && name.get().isBlank()) {
      throw CommandException.usage(
          "The name of " + option.longestName() + " is empty.", "write who it is");
    }
    return name;
  }
}
