package dev.rulecast.cli;

import dev.rulecast.exporter.Exporters;
import dev.rulecast.importer.ImportOptions;
import dev.rulecast.importer.ImportResult;
import dev.rulecast.importer.Importer;
import dev.rulecast.model.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rulecast import}. */
@Command(
    name = "import",
    description = {
      "Make rule sets of the port tables in documents, for a person to review.",
      "A row that cannot be read is reported and kept as a comment, and the exit code is 4."
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  rulecast import -o rules vendor-ports.md",
      "  rulecast import --source Clients --destination 'Log server' ports.csv > log-server.yaml"
    })
final class ImportCommand implements Callable<Integer> {
  /** The protocols that rows can be said to mean. */
  enum Transport {
    tcp,
    udp
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Markdown (.md, .markdown, .txt; - is standard input) or .csv.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The folder for the rule sets; without it they are printed.")
  private @Nullable Path dir;

  @Option(
      names = {"-e", "--environment"},
      paramLabel = "ENV",
      description = "The file for addresses in the tables (default: DIR-environment.yaml).")
  private @Nullable Path environment;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Who opens the connections of tables that have no column for it.")
  private @Nullable String source;

  @Option(
      names = "--destination",
      paramLabel = "NAME",
      description = "Who accepts the connections of tables that have no column for it.")
  private @Nullable String destination;

  @Option(
      names = "--protocol",
      paramLabel = "PROTOCOL",
      description = "tcp or udp: the protocol of tables that have no column for it.")
  private @Nullable Transport protocol;

  @Option(names = "--force", description = "Replace files that are there already.")
  private boolean force;

  @Mixin private PluginFolders plugins;
  @Mixin private CommonOptions common;

  private final Session session;

  ImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (dir == null && (environment != null || force)) {
      throw CommandException.usage(
          "Without a folder, nothing is written.", "name the folder with -o");
    }
    try (Progress progress = Progress.start(session, common.json())) {
      progress.at("reading");
      ImportResult result =
          new Importer(options()).run(new ImportFiles(session.in()).sources(files));
      if (result.failed()) {
        throw new CommandException(ExitCode.INPUT, result.diagnostics());
      }
      ImportProof.check(result);
      common.reporter(session).report(result.diagnostics());
      progress.at("writing");
      ImportOutput output = new ImportOutput(session.out(), common.json());
      if (dir == null) {
        output.print(result);
      } else {
        output.write(result, dir, Optional.ofNullable(environment), force);
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
        name("--source", source),
        name("--destination", destination),
        Optional.ofNullable(protocol).map(name -> Protocol.parse(name.name())),
        windowsRules);
  }

  private static Optional<String> name(String option, @Nullable String name) {
    if (name != null && name.isBlank()) {
      throw CommandException.usage("The name of " + option + " is empty.", "write who it is");
    }
    return Optional.ofNullable(name);
  }
}
