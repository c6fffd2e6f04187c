package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import dev.rulecast.cli.TestExporters.Broken;
import dev.rulecast.cli.TestExporters.Endless;
import dev.rulecast.cli.TestExporters.Simple;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the README's table: the code, what is written, and which code wins. */
class ExitCodesTest {
  @TempDir Path temp;
  private Path out;

  @BeforeEach
  void chooseAnOutput() {
    out = temp.resolve("iac");
  }

  private Path rules(String text) throws IOException {
    return Documents.write(temp, "rules.yaml", text);
  }

  @Test
  void zeroWritesAll() throws IOException {
    Result result = new Cli().run("export", "-t", "terraform", "-o", out, rules(Documents.EXACT));

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo(
            "terraform: 2 exact, 0 wider, 0 unsupported, 0 not applicable - "
                + out
                + "/terraform: 6 written\n");
    assertThat(Tree.contents(out).keySet())
        .containsExactly(
            "terraform/.rulecast.json",
            "terraform/README.md",
            "terraform/main.tf",
            "terraform/outputs.tf",
            "terraform/variables.tf",
            "terraform/versions.tf");
  }

  @Test
  void zeroWithAWarningForWhatIsWider() throws IOException {
    Result result = new Cli().run("export", "-t", "terraform", "-o", out, rules(Documents.WIDER));

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.err())
        .isEqualTo(
            "warning: terraform: EC2 security groups do not match source ports 5000. [wider]\n"
                + "  web/https\n");
    assertThat(Tree.contents(out)).isNotEmpty();
  }

  @Test
  void oneChangesNothing() throws IOException {
    new Cli().run("export", "-t", "terraform", "-o", out, rules(Documents.EXACT));
    var before = Tree.everything(temp.resolve("iac"));
    Path other = rules(Documents.EXACT.replace("443", "8443"));

    Result result = new Cli().run("check", "-t", "terraform", "-o", out, other);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(Tree.everything(out)).isEqualTo(before);
  }

  @Test
  void twoWritesNothing() throws IOException {
    Result result = new Cli().run("export", "-o", out, "-t", "nothing", rules(Documents.EXACT));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"export", "check", "validate"})
  void threeListsEveryErrorAndWritesNothing(String command) throws IOException {
    String text = Documents.INVALID.replace("protocol: tcp", "protocol: tpc");
    Object[] args =
        command.equals("validate")
            ? new Object[] {command, rules(text)}
            : new Object[] {command, "-o", out, rules(text)};

    Result result = new Cli().run(args);

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines().filter(line -> line.contains(": error: "))).hasSize(2);
    assertThat(out).doesNotExist();
  }

  @Test
  void threeLeavesAnEarlierExportAlone() throws IOException {
    new Cli().run("export", "-t", "terraform", "-o", out, rules(Documents.EXACT));
    var before = Tree.everything(out);

    Result result = new Cli().run("export", "-t", "terraform", "-o", out, rules(Documents.INVALID));

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(Tree.everything(out)).isEqualTo(before);
  }

  @Test
  void fourKeepsThatFolderAndWritesTheOthers() throws IOException {
    Path plugins = TestExporters.plugin(temp.resolve("plugins"), Simple.class);

    Result result =
        new Cli()
            .run(
                "export",
                "-t",
                "simple,terraform",
                "-o",
                out,
                "--plugins",
                plugins,
                rules(Documents.UNSUPPORTED));

    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(Tree.contents(out).keySet())
        .containsExactly("simple/.rulecast.json", "simple/simple.txt");
    assertThat(result.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("simple: 6 exact").endsWith("2 written"),
            line -> assertThat(line).startsWith("terraform: ").endsWith(" - not written"));
    assertThat(result.err())
        .contains("error: terraform: nothing was written, because something is unsupported. [kept]")
        .contains("write the rest with --allow-unsupported");
  }

  @Test
  void fourKeepsTheOldFolder() throws IOException {
    new Cli().run("export", "-t", "terraform", "-o", out, rules(Documents.EXACT));
    var before = Tree.contents(out);

    int exitCode =
        new Cli()
            .run("export", "-t", "terraform", "-o", out, rules(Documents.UNSUPPORTED))
            .exitCode();

    assertThat(exitCode).isEqualTo(4);
    assertThat(Tree.contents(out)).isEqualTo(before);
  }

  @Test
  void allowUnsupportedWritesTheRest() throws IOException {
    Result result =
        new Cli()
            .run(
                "export",
                "-t",
                "terraform",
                "-o",
                out,
                "--allow-unsupported",
                rules(Documents.UNSUPPORTED));

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.err()).contains("warning: terraform: ").doesNotContain("error:");
    assertThat(Files.readString(out.resolve("terraform/main.tf")))
        .contains("tcp-22-")
        .doesNotContain("443");
    assertThat(Files.readString(out.resolve("terraform/.rulecast.json")))
        .contains("web/https", "web/no-https", "unsupported");
  }

  @Test
  void strictTurnsWiderIntoFour() throws IOException {
    Result result =
        new Cli().run("export", "-t", "terraform", "--strict", "-o", out, rules(Documents.WIDER));

    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err())
        .contains("error: terraform: EC2 security groups do not match source ports 5000. [wider]")
        .contains("leave out --strict to accept it");
    assertThat(Tree.contents(out)).isEmpty();
  }

  @Test
  void strictWinsOverAllowUnsupportedForWhatIsWider() throws IOException {
    Result result =
        new Cli()
            .run(
                "export",
                "-t",
                "terraform",
                "--strict",
                "--allow-unsupported",
                "-o",
                out,
                rules(Documents.WIDER));

    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err()).contains("because something is wider. [kept]");
  }

  @Test
  void strictIsContentWithWhatIsExact() throws IOException {
    assertThat(
            new Cli()
                .run("export", "-t", "terraform", "--strict", "-o", out, rules(Documents.EXACT))
                .exitCode())
        .isEqualTo(0);
  }

  @Test
  void fiveWhereTheOutputIsAFile() throws IOException {
    Files.writeString(out, "mine");

    Result result = new Cli().run("export", "-t", "terraform", "-o", out, rules(Documents.EXACT));

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).contains("error: `" + out + "` is not a folder. [output]");
    assertThat(result.out()).isEqualTo("terraform: failed\n");
    assertThat(out).hasContent("mine");
  }

  @Test
  void fiveWhereAnotherRunHasTheFolder() throws IOException {
    new Cli().run("export", "-t", "terraform", "-o", out, rules(Documents.EXACT));
    var before = Tree.contents(out);
    Path lock = out.resolve("terraform/.rulecast.lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();

      Result result =
          new Cli()
              .run(
                  "export",
                  "-t",
                  "terraform",
                  "-o",
                  out,
                  rules(Documents.EXACT.replace("443", "8443")));

      assertThat(result.exitCode()).isEqualTo(5);
      assertThat(result.err()).contains("Another run of rulecast is writing to `" + out);
    }
    Files.deleteIfExists(lock);
    assertThat(Tree.contents(out)).isEqualTo(before);
  }

  @Test
  void fiveWhereNothingCanBeRead() {
    Result result =
        new Cli().run("export", "-t", "terraform", "-o", out, temp.resolve("missing.yaml"));

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).contains("error: There is no file or folder `").contains("missing");
    assertThat(out).doesNotExist();
  }

  @Test
  void fiveWhereStandardOutputCannotBeWritten() throws IOException {
    PrintWriter full =
        new PrintWriter(
            new Writer() {
              @Override
              public void write(char[] chars, int from, int count) throws IOException {
                throw new IOException("No space left on device");
              }

              @Override
              public void flush() {}

              @Override
              public void close() {}
            });
    StringWriter err = new StringWriter();

    int exitCode = new Cli().run(full, new PrintWriter(err), "schema");

    assertThat(exitCode).isEqualTo(5);
    assertThat(err.toString()).isEqualTo("error: Standard output cannot be written. [output]\n");
  }

  @Test
  void seventyWritesTheOthers() throws IOException {
    Path plugins =
        TestExporters.plugin(temp.resolve("plugins"), Broken.class, Endless.class, Simple.class);

    Result result =
        new Cli()
            .run(
                "export",
                "-t",
                "broken,endless,simple,terraform",
                "-o",
                out,
                "--plugins",
                plugins,
                rules(Documents.EXACT));

    assertThat(result.exitCode()).isEqualTo(70);
    assertThat(result.err())
        .contains("error: The exporter `broken` failed: ")
        .contains("error: The exporter `endless` failed: java.lang.StackOverflowError [plugin]");
    assertThat(result.out()).contains("broken: failed\n", "endless: failed\n");
    assertThat(out.resolve("broken")).doesNotExist();
    assertThat(out.resolve("simple/simple.txt")).exists();
    assertThat(out.resolve("terraform/main.tf")).exists();
  }

  @Test
  void seventyWhereAPluginCannotBeOpened() throws IOException {
    Path plugins = temp.resolve("plugins");
    Documents.write(plugins, "torn.jar", "not a jar");

    Result result =
        new Cli()
            .run(
                "export",
                "-t",
                "terraform",
                "-o",
                out,
                "--plugins",
                plugins,
                rules(Documents.EXACT));

    assertThat(result.exitCode()).isEqualTo(70);
    assertThat(result.err()).contains("torn.jar` cannot be opened").contains("[plugin]");
    assertThat(out.resolve("terraform/main.tf")).exists();
  }

  @Test
  void fiveWinsOverSeventyWinsOverFour() throws IOException {
    Path plugins = TestExporters.plugin(temp.resolve("plugins"), Broken.class, Simple.class);
    Path rules = rules(Documents.UNSUPPORTED);

    Result four = new Cli().run("export", "-o", out, "-t", "terraform", rules);
    Result seventy =
        new Cli().run("export", "-o", out, "-t", "terraform,broken", "--plugins", plugins, rules);
    Files.createDirectories(out);
    Files.writeString(out.resolve("simple"), "in the way");
    Result five =
        new Cli()
            .run("export", "-t", "broken,simple,terraform", "-o", out, "--plugins", plugins, rules);

    assertThat(four.exitCode()).isEqualTo(4);
    assertThat(seventy.exitCode()).isEqualTo(70);
    assertThat(five.exitCode()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "1, 4, 4",
    "4, 70, 70",
    "4, 5, 5",
    "70, 5, 5",
    "5, 70, 5",
    "70, 4, 70",
    "1, 0, 1"
  })
  void ordersCodes(int one, int other, int winner) {
    assertThat(ExitCode.worse(one, other)).isEqualTo(winner);
  }

  @Test
  void notApplicableChangesNoCode() throws IOException {
    String environment =
        Documents.environment("  client: {managedBy: []}\n  server: {managedBy: []}");
    Path file = Documents.write(temp, "environment.yaml", environment);

    Result result =
        new Cli()
            .run(
                "export",
                "-t",
                "terraform",
                "--strict",
                "-e",
                file,
                "-o",
                out,
                rules(Documents.EXACT));

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.out()).endsWith("1 not applicable - nothing to write\n");
    assertThat(Tree.contents(out)).isEmpty();
  }
}
