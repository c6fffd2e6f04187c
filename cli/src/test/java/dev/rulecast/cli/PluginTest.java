package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with plugins: the example of the repository, and wrong ones. */
class PluginTest {
  private static final Path EXAMPLES = Path.of("").toAbsolutePath().resolveSibling("examples");

  /** What every plugin here says of itself. */
  private static final String INFO =
      """
        public ExporterInfo info() {
          return ExporterInfo.of(
              "%s", "Test", "1", Platform.of("%s", "test rules"), Capabilities.exact());
        }
      """;

  @TempDir Path folder;
  private Path plugins;
  private Path iac;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void prepare() throws IOException {
    plugins = Files.createDirectories(folder.resolve("plugins"));
    iac = folder.resolve("iac");
  }

  private int rulecast(String... arguments) {
    Session session =
        new Session(
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            false,
            false,
            Optional.empty(),
            LocalDate.of(2026, 1, 15));
    return Main.run(session, arguments);
  }

  private int export(String... more) {
    List<String> arguments = new ArrayList<>(List.of("export", "--plugins", plugins.toString()));
    arguments.addAll(List.of("-e", EXAMPLES.resolve("production.yaml").toString()));
    arguments.addAll(List.of("-o", iac.toString()));
    arguments.addAll(List.of(more));
    arguments.add("catalog:netwrix-auditor/logon-activity");
    return rulecast(arguments.toArray(String[]::new));
  }

  private PluginJar jar(String name) throws IOException {
    return new PluginJar(folder.resolve("classes-" + name));
  }

  private void plugin(String name, String id, String export) throws IOException {
    String info = INFO.formatted(id, id);
    jar(name).exporter(name, info + export).packInto(plugins.resolve(name + ".jar"));
  }

  private void csv(String jar) throws IOException {
    Path project = EXAMPLES.resolve("csv-exporter/src/main");
    jar(jar)
        .sources(project.resolve("java"))
        .resources(project.resolve("resources"))
        .packInto(plugins.resolve(jar + ".jar"));
  }

  @Test
  void theExampleWritesATable() throws IOException {
    csv("csv");
    assertThat(export("-t", "csv")).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(iac.resolve("terraform")).doesNotExist();
    List<String> lines = Files.readAllLines(iac.resolve("csv/rules.csv"));
    assertThat(lines).hasSize(15);
    assertThat(lines.get(0)).startsWith("\"direction\",\"action\",\"source\",");
    assertThat(lines)
        .contains(
            "\"inbound\",\"allow\",\"auditor-server\",\"10.20.0.10/32\",\"domain-controllers\","
                + "\"10.20.1.0/24\",\"udp\",\"137-139\",\"\",\"\",\"Service Control Manager Remote"
                + " Protocol (RPC). Core Service installation\",\"logon-activity/netbios\"",
            "\"outbound\",\"allow\",\"auditor-server\",\"10.20.0.10/32\",\"domain-controllers\","
                + "\"10.20.1.0/24\",\"tcp\",\"135\",\"1024-65535\",\"\",\"Service Control Manager"
                + " Remote Protocol (RPC). Core Service installation",
            "Windows Management Instrumentation. Firewall configuration\",\"logon-activity/rpc"
                + " logon-activity/wmi\"");
    assertThat(out.toString()).contains("csv: 14 exact, 0 wider, 0 unsupported, 1 not applicable");
    assertThat(iac.resolve("csv/.rulecast.json")).exists();
  }

  @Test
  void theExampleReportsWhatATableCannotHold() throws IOException {
    csv("csv");
    int exitCode =
        rulecast(
            "export",
            "--plugins",
            plugins.toString(),
            "-o",
            iac.toString(),
            "catalog:netwrix-auditor/logon-activity");
    assertThat(exitCode).isEqualTo(ExitCode.UNSUPPORTED);
    assertThat(err.toString())
        .contains("error: csv: a table has no inputs for addresses. [unsupported]");
    assertThat(iac.resolve("csv/rules.csv")).doesNotExist();
    assertThat(iac.resolve("terraform/main.tf")).exists();
  }

  @Test
  void pluginsAreListed() throws IOException {
    csv("csv");
    assertThat(rulecast("exporters", "--plugins", plugins.toString())).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("csv 1.0.0 - Table of rules\n  platform: csv (CSV rows)\n")
        .contains("\nterraform 0.1.0 - ");
  }

  @Test
  void aPluginThatThrowsStopsNoOther() throws IOException {
    plugin(
        "Thrower",
        "thrower",
        """
          public void export(Policy policy, ExportContext context) throws IOException {
            context.file("half.txt").write("half");
            throw new IllegalStateException("no such thing");
          }
        """);
    assertThat(export()).isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString())
        .contains(
            "error: The exporter `thrower` failed: java.lang.IllegalStateException: no such thing")
        .contains("hint: update or remove the plugin, or report it to its author")
        .doesNotContain("\tat ");
    assertThat(iac.resolve("thrower")).doesNotExist();
    assertThat(iac.resolve("terraform/main.tf")).exists();
  }

  @Test
  void aPluginThatNeedsWhatIsNotThereStopsNoOther() throws IOException {
    plugin(
        "Unlinked",
        "a-first",
        """
          public void export(Policy policy, ExportContext context) {
            throw new NoClassDefFoundError("org/example/Missing");
          }
        """);
    assertThat(export()).isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString()).contains("The exporter `a-first` failed: java.lang.NoClassDef");
    assertThat(iac.resolve("terraform/main.tf")).exists();
  }

  @Test
  void aPluginThatForgetsAFlowKeepsItsFolder() throws IOException {
    plugin(
        "Forgetful",
        "forgetful",
        """
          public void export(Policy policy, ExportContext context) throws IOException {
            try (Writer out = context.file("rules.txt")) {
              out.write("rules\\n");
            }
            context.demands().subList(1, context.demands().size()).forEach(context::written);
          }
        """);
    assertThat(export()).isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString())
        .contains(
            "error: The exporter `forgetful` forgot the rule logon-activity/dns (outbound)."
                + " [plugin]");
    assertThat(iac.resolve("forgetful")).doesNotExist();
    assertThat(iac.resolve("terraform/main.tf")).exists();
  }

  @Test
  void aPluginThatLeavesItsFolderIsStopped() throws IOException {
    plugin(
        "Climber",
        "climber",
        """
          public void export(Policy policy, ExportContext context) throws IOException {
            context.file("../terraform/main.tf").close();
          }
        """);
    assertThat(export()).isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString())
        .contains("The exporter `climber` cannot write a file: The path `../");
    assertThat(iac.resolve("terraform/main.tf")).content().contains("aws_security_group");
  }

  @Test
  void twoPluginsWithOneIdAreTold() throws IOException {
    csv("csv");
    plugin(
        "Second",
        "csv",
        """
          public void export(Policy policy, ExportContext context) {}
        """);
    assertThat(export()).isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString())
        .contains("Two exporters have the id `csv`: ")
        .contains("com.example.rulecast.CsvExporter")
        .contains("Second");
    assertThat(iac.resolve("csv")).doesNotExist();
    assertThat(iac.resolve("terraform/main.tf")).exists();
  }

  @Test
  void aJarThatIsNoneIsTold() throws IOException {
    Files.writeString(plugins.resolve("broken.jar"), "This is not a jar.");
    assertThat(export()).isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString()).contains("broken.jar").contains("[plugin]").doesNotContain("\tat ");
    assertThat(iac.resolve("terraform/main.tf")).exists();
  }

  @Test
  void aServiceWithoutItsClassIsTold() throws IOException {
    jar("empty").service("com.example.Missing").packInto(plugins.resolve("empty.jar"));
    assertThat(export()).isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString())
        .contains("An exporter plugin cannot be loaded")
        .contains("com.example.Missing")
        .contains("hint: update or remove the plugin");
    assertThat(iac.resolve("terraform/main.tf")).exists();
  }

  @Test
  void anInfoThatThrowsIsTold() throws IOException {
    jar("Mute")
        .exporter(
            "Mute",
            """
              public ExporterInfo info() {
                throw new IllegalStateException("mute");
              }

              public void export(Policy policy, ExportContext context) {}
            """)
        .packInto(plugins.resolve("Mute.jar"));
    assertThat(export()).isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString()).contains("The exporter Mute is broken");
  }

  @Test
  void debugTellsWhereItWasThrown() throws IOException {
    plugin(
        "Thrower",
        "thrower",
        """
          public void export(Policy policy, ExportContext context) {
            throw new IllegalStateException("no such thing");
          }
        """);
    assertThat(export("--debug")).isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString()).contains("Thrower.export(Thrower.java:");
  }
}
