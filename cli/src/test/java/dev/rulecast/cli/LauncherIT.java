package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import dev.rulecast.cli.TestExporters.Broken;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/rulecast} of the unpacked distribution, as a process. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
  private static final String VERSION = "rulecast " + System.getProperty("rulecast.version") + "\n";

  @TempDir static Path unpacked;
  private static Path command;

  @TempDir Path temp;
  private Path rules;

  @BeforeAll
  static void unpack() throws Exception {
    command = DistributionIT.unpack(unpacked).resolve("bin/rulecast");
  }

  @BeforeEach
  void writeRules() throws IOException {
    rules = Documents.write(temp, "my rules.yaml", Documents.EXACT);
  }

  private Processes processes() {
    return new Processes(temp).with("RULECAST_NO_CDS", "1");
  }

  private Result run(Object... args) throws Exception {
    return processes().run(Stream.concat(Stream.of(command), Stream.of(args)).toArray());
  }

  @Test
  void printsTheVersionAndNothingElse() throws Exception {
    assertThat(run("--version")).isEqualTo(new Result(0, VERSION, ""));
  }

  @Test
  void exportsFromAnyFolder() throws Exception {
    Result result = run("export", "-t", "terraform", "my rules.yaml");

    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo(
            "terraform: 2 exact, 0 wider, 0 unsupported, 0 not applicable - iac/terraform: 6 written\n");
    assertThat(temp.resolve("iac/terraform/main.tf")).isRegularFile();
  }

  @Test
  void runsInAPathWithSpacesAndThroughLinks() throws Exception {
    Path home = DistributionIT.unpack(temp.resolve("Program files – 東京"));
    Path bin = Files.createDirectory(temp.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("first"), bin.relativize(home.resolve("bin/rulecast")));
    Files.createSymbolicLink(bin.resolve("second"), Path.of("first"));

    assertThat(processes().run(home.resolve("bin/rulecast"), "--version").out()).isEqualTo(VERSION);
    assertThat(processes().run(bin.resolve("second"), "--version").out()).isEqualTo(VERSION);
    assertThat(
            processes()
                .with("PATH", bin + ":" + System.getenv("PATH"))
                .run("sh", "-c", "second export 'my rules.yaml'")
                .exitCode())
        .isEqualTo(0);
  }

  @Test
  void passesArgumentsAsTheyAre() throws Exception {
    assertThat(run("catalog", "a  b * \"c\" $HOME 'd'").err())
        .contains("The catalog has no rule set `a  b * \"c\" $HOME 'd'`.");
    assertThat(run("catalog", "").err()).contains("The catalog has no rule set ``.");
  }

  @Test
  void passesStandardInput() throws Exception {
    Result result = processes().in(Documents.EXACT).run(command, "validate", "-");

    assertThat(result).isEqualTo(new Result(0, "Valid: 1 rule set, 2 endpoints, 1 flow.\n", ""));
  }

  @Test
  void passesEveryExitCode() throws Exception {
    Path plugins = TestExporters.plugin(temp.resolve("plugins"), Broken.class);
    Path other = Documents.write(temp, "other.yaml", Documents.UNSUPPORTED);
    Path bad = Documents.write(temp, "bad.yaml", Documents.INVALID);

    assertThat(run("check", "-t", "terraform", rules).exitCode()).isEqualTo(1);
    assertThat(run("export", "-t", "terraform", rules).exitCode()).isEqualTo(0);
    assertThat(run("check", "-t", "terraform", rules).exitCode()).isEqualTo(0);
    assertThat(run().exitCode()).isEqualTo(2);
    assertThat(run("export", "-t", "terraform", bad).exitCode()).isEqualTo(3);
    assertThat(run("export", "-t", "terraform", other).exitCode()).isEqualTo(4);
    assertThat(run("export", "-t", "terraform", "none.yaml").exitCode()).isEqualTo(5);
    Result broken = run("export", "--plugins", plugins, "-t", "broken", rules);
    assertThat(broken.exitCode()).isEqualTo(70);
    assertThat(broken.err()).doesNotContain("    at ", "\u001B");
  }

  @Test
  void stopsWhereAnotherProcessHasTheFolder() throws Exception {
    Path lock = Documents.write(temp, "iac/terraform/.rulecast.lock", "");
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();

      Result result = run("export", "-t", "terraform", rules);

      assertThat(result.exitCode()).isEqualTo(5);
      assertThat(result.err())
          .contains("Another run of rulecast is writing to `iac/terraform`. [output]");
    }
  }

  @Test
  void printsOnlyResultsToStandardOutput() throws Exception {
    // The JVM itself tells of this variable, and must do so elsewhere.
    Result result = processes().with("JAVA_TOOL_OPTIONS", "-Dnothing=1").run(command, "schema");

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.out()).startsWith("{").endsWith("}\n");
    assertThat(result.err()).contains("Picked up JAVA_TOOL_OPTIONS");
  }

  @Test
  void tellsThatStandardOutputIsFull() throws Exception {
    Result result = processes().run("sh", "-c", "exec \"$0\" schema >/dev/full", command);

    assertThat(result)
        .isEqualTo(new Result(5, "", "error: Standard output cannot be written. [output]\n"));
  }

  @Test
  void findsPluginsInItsOwnFolderAndNotInTheWorkingDirectory() throws Exception {
    Path home = DistributionIT.unpack(temp.resolve("home"));
    TestExporters.plugin(home.resolve("plugins"), Broken.class);
    TestExporters.plugin(temp.resolve("plugins"), TestExporters.Simple.class);

    Result result = processes().run(home.resolve("bin/rulecast"), "exporters");

    assertThat(result.out()).contains("broken 1.0 - Broken\n").doesNotContain("simple");
  }

  @Test
  void theCompletionScriptIsAScript() throws Exception {
    Result completion = run("completion");
    Path script = Documents.write(temp, "completion", completion.out());

    assertThat(processes().run("bash", "-n", script)).isEqualTo(new Result(0, "", ""));
    assertThat(processes().run("bash", "-c", ". ./completion; complete -p rulecast").exitCode())
        .isEqualTo(0);
  }

  @Test
  void colorsFollowTheTerminalAndNoColor() throws Exception {
    Path bad = Documents.write(temp, "bad.yaml", Documents.INVALID);
    String terminal = "-Drulecast.stderr.tty=true";

    assertThat(processes().with("RULECAST_JAVA_OPTS", terminal).run(command, "validate", bad).err())
        .contains("\u001B[1;31merror");
    assertThat(
            processes()
                .with("RULECAST_JAVA_OPTS", terminal)
                .with("NO_COLOR", "1")
                .run(command, "validate", bad)
                .err())
        .doesNotContain("\u001B[1");
    assertThat(run("validate", bad).err()).doesNotContain("\u001B");
  }

  @Test
  void takesOptionsForTheJvm() throws Exception {
    Result result =
        processes()
            .with("RULECAST_JAVA_OPTS", "-XX:+UseParallelGC -Dx=* -Drulecast.home=" + temp)
            .run(command, "--version");

    assertThat(result).isEqualTo(new Result(0, VERSION, ""));
  }

  /** What Java would have been given. */
  private String commandLine(String options, Object... args) throws Exception {
    Path jdk = temp.resolve("jdk");
    Processes.script(jdk.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    Documents.write(jdk, "release", "JAVA_VERSION=\"17.0.1\"\n");
    return processes()
        .with("JAVA_HOME", jdk)
        .with("RULECAST_JAVA_OPTS", options)
        .run(Stream.concat(Stream.of(command, "export"), Stream.of(args)).toArray())
        .out();
  }

  @Test
  void smallInputsRunWithTheFirstCompilerAlone() throws Exception {
    Documents.write(temp, "output/main.tf", "#".repeat(2_000_000));

    assertThat(commandLine("", "-o", "output", "-e", rules, rules))
        .contains("-XX:TieredStopAtLevel=1\n")
        .doesNotContain("-XX:Tier4InvocationThreshold");
  }

  @Test
  void largeInputsRunWithBothCompilers() throws Exception {
    Documents.write(temp, "folder/a.yaml", "#".repeat(800_000));
    Documents.write(temp, "folder/b.json", "#".repeat(800_000));

    for (String argument :
        List.of("folder", "-", "--environment=folder", temp.resolve("folder").toString())) {
      assertThat(commandLine("", rules, argument))
          .as(argument)
          .contains("-XX:Tier4InvocationThreshold=50000\n")
          .doesNotContain("-XX:TieredStopAtLevel");
    }
    assertThat(commandLine("", "folder/a.yaml")).contains("-XX:TieredStopAtLevel=1\n");
    assertThat(commandLine("", "folder/a.yaml", "folder/b.json")).contains("-XX:Tier4");
  }

  /** The launcher adds up the sizes that ls prints. */
  @Test
  void namesOfFilesAreNoSizesAndNoCode() throws Exception {
    String size = "\nx x x x 9000000 x\nx x x x a[$(touch${IFS}made)] x";
    Documents.write(temp, "folder/a" + size + ".yaml", "");
    Documents.write(temp, "-l.yaml", "");

    assertThat(commandLine("", "folder", "-l.yaml")).contains("-XX:TieredStopAtLevel=1\n");
    assertThat(temp.resolve("made")).doesNotExist();
  }

  @Test
  void theUsersCompilersAreHisOwn() throws Exception {
    assertThat(commandLine("-XX:TieredStopAtLevel=4", rules))
        .contains("-XX:TieredStopAtLevel=4\n")
        .doesNotContain("-XX:CICompilerCount", "-XX:TieredStopAtLevel=1");
    assertThat(commandLine("-XX:+UseParallelGC", rules))
        .contains("-XX:+UseParallelGC\n")
        .doesNotContain("-XX:+UseSerialGC");
  }

  @Test
  void needsJava() throws Exception {
    Path few = Processes.tools(temp.resolve("few"), "readlink", "sed");

    Result none = processes().without("JAVA_HOME").with("PATH", few).run(command, "--version");
    Result wrong = processes().with("JAVA_HOME", temp).run(command, "--version");

    assertThat(none)
        .isEqualTo(
            new Result(
                70, "", "rulecast: no Java found: install Java 17 or newer, or set JAVA_HOME\n"));
    assertThat(wrong.exitCode()).isEqualTo(70);
    assertThat(wrong.err()).contains("JAVA_HOME is " + temp + ", but there is no Java");
  }

  @Test
  void refusesAnOldJava() throws Exception {
    Path jdk = temp.resolve("jdk");
    Processes.script(jdk.resolve("bin/java"), "#!/bin/sh\n");
    Documents.write(jdk, "release", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");

    Result result = processes().with("JAVA_HOME", jdk).run(command, "--version");

    assertThat(result.exitCode()).isEqualTo(70);
    assertThat(result.err())
        .isEqualTo("rulecast: Java 17 or newer is needed, but " + jdk + "/bin/java is 11.0.2\n");
  }

  @Test
  void runsBehindAWrapperOfJava() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin/java");
    Path shims = temp.resolve("shims");
    Processes.script(shims.resolve("java"), "#!/bin/sh\nexec '" + java + "' \"$@\"\n");

    Result result =
        processes()
            .without("JAVA_HOME")
            .with("PATH", shims + ":" + System.getenv("PATH"))
            .run(command, "--version");

    assertThat(result).isEqualTo(new Result(0, VERSION, ""));
  }

  @Test
  void tellsThatJavaDoesNotWork() throws Exception {
    Path shims = temp.resolve("shims");
    Processes.script(shims.resolve("java"), "#!/bin/sh\necho 'no version is set' >&2\nexit 126\n");

    Result result =
        processes()
            .without("JAVA_HOME")
            .with("PATH", shims + ":" + System.getenv("PATH"))
            .run(command, "--version");

    assertThat(result.exitCode()).isEqualTo(70);
    assertThat(result.err()).contains("does not work; install Java 17 or newer");
  }
}
