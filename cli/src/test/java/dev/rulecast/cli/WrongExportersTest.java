package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rulecast.cli.Cli.Result;
import dev.rulecast.exporter.RuleExporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One run with many plugins, each wrong in its own way, beside exporters that are right. */
class WrongExportersTest {
  private static final List<Class<? extends RuleExporter>> ALL =
      List.of(
          WrongExporters.InConstructor.class,
          WrongExporters.InStatic.class,
          WrongExporters.InInfo.class,
          WrongExporters.InSecondInfo.class,
          WrongExporters.InOption.class,
          WrongExporters.Checked.class,
          WrongExporters.OwnIo.class,
          WrongExporters.Failing.class,
          WrongExporters.Recursive.class,
          WrongExporters.Idle.class,
          WrongExporters.Forgetful.class,
          WrongExporters.Twice.class,
          WrongExporters.Wider.class,
          WrongExporters.Nulls.class,
          WrongExporters.Torn.class,
          WrongExporters.Open.class,
          WrongExporters.Climber.class,
          WrongExporters.Absolute.class,
          WrongExporters.Nul.class,
          WrongExporters.Device.class,
          WrongExporters.Manifest.class,
          WrongExporters.Linked.class,
          WrongExporters.Remover.class,
          TestExporters.Simple.class);

  @TempDir static Path temp;
  private static Path iac;
  private static Path rules;
  private static SortedMap<String, String> before;
  private static Result result;

  /** Every folder of theirs has a file of an earlier export; they are all run at once. */
  @BeforeAll
  static void run() throws IOException {
    iac = temp.resolve("iac");
    rules = Documents.write(temp, "rules.yaml", Documents.EXACT);
    Documents.write(temp, "x", "mine");
    wrong().map(arguments -> arguments.get()[0]).forEach(id -> keepsake((String) id));
    before = Tree.contents(iac);
    Path plugins = TestExporters.plugin(temp.resolve("plugins"), ALL);
    System.setProperty(WrongExporters.OUTPUT, iac.toString());
    result = new Cli().run("export", "--plugins", plugins, "-o", iac, rules);
  }

  @AfterAll
  static void forget() {
    System.clearProperty(WrongExporters.OUTPUT);
  }

  private static void keepsake(String id) {
    try {
      Documents.write(iac, id + "/mine.txt", "mine");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Arguments> wrong() {
    String failed = "The exporter `%s` failed: ";
    return Stream.of(
        arguments("x-second", failed + "java.lang.IllegalStateException: but it runs"),
        arguments(
            "x-option",
            "The exporter `%s` failed to read its option `size`: java.lang.NumberFormatException:"
                + " ten"),
        arguments("x-checked", failed + "java.lang.Exception: checked"),
        arguments("x-io", failed + "java.io.IOException: no template"),
        arguments("x-error", failed + "java.lang.AssertionError: error"),
        arguments("x-stack", failed + "java.lang.StackOverflowError"),
        arguments("x-idle", "The exporter `%s` forgot the rule web/https (outbound)."),
        arguments("x-forget", "The exporter `%s` forgot the rule web/https (inbound)."),
        arguments("x-twice", "The exporter `%s` accounts twice for the rule web/https (outbound)."),
        arguments("x-wider", "The exporter `%s` is wider than its capabilities say: it has none."),
        arguments("x-null", failed + "java.lang.NullPointerException"),
        arguments("x-unicode", "The exporter `%s` writes text that is not Unicode to rules.txt."),
        arguments("x-open", "The exporter `%s` did not close the file open.txt."),
        arguments("x-climb", "The exporter `%s` cannot write a file: The path `../../x` "),
        arguments("x-absolute", "The exporter `%s` cannot write a file: The path `/tmp/x` "),
        arguments("x-nul", "The exporter `%s` cannot write a file: The path `a\\u0000b` "),
        arguments("x-device", "The exporter `%s` cannot write a file: The path `con.txt` "),
        arguments(
            "x-manifest", "The exporter `%s` cannot write a file: The path `.rulecast.json` "),
        arguments("x-link", "%s/out` is a symbolic link, and rulecast writes through none."),
        arguments("x-remove", "%s` was removed or replaced while rulecast wrote to it."));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void isToldAndKeepsItsFolder(String id, String message) throws IOException {
    assertThat(result.err()).contains(message.formatted(id));
    assertThat(result.out()).contains(id + ": failed\n");
    if (!id.equals("x-remove")) {
      assertThat(Tree.contents(iac.resolve(id))).containsOnlyKeys("mine.txt");
    }
  }

  static Stream<String> neverSeen() {
    return Stream.of(
        "WrongExporters$InConstructor could not be instantiated [plugin]",
        "WrongExporters$InStatic could not be instantiated [plugin]",
        "The exporter dev.rulecast.cli.WrongExporters$InInfo is broken:"
            + " java.lang.NullPointerException: no info [plugin]");
  }

  @ParameterizedTest
  @MethodSource("neverSeen")
  void isToldWhereItCannotEvenBegin(String message) {
    assertThat(result.err()).contains(message);
  }

  @Test
  void stopsNoOther() {
    assertThat(result.exitCode()).isEqualTo(ExitCode.IO);
    assertThat(result.err()).doesNotContain("rulecast itself failed", "\tat ");
    for (String file :
        List.of("simple/simple.txt", "terraform/main.tf", "ansible/.rulecast.json")) {
      assertThat(iac.resolve(file)).isRegularFile();
    }
  }

  @Test
  void writesNothingElsewhere() throws IOException {
    assertThat(temp.resolve("x")).hasContent("mine");
    assertThat(iac.resolve("elsewhere")).doesNotExist();
    SortedMap<String, String> kept = Tree.contents(iac);
    kept.keySet().removeIf(path -> !path.startsWith("x-"));
    before.keySet().removeIf(path -> path.startsWith("x-remove/"));
    assertThat(kept).isEqualTo(before);
  }

  /** One that fails to read its option must not stop those that were asked for, either. */
  @Test
  void stopsNoOtherWhereItWasNotEvenChosen() throws IOException {
    Path plugins = TestExporters.plugin(temp.resolve("option"), WrongExporters.InOption.class);

    Result other =
        new Cli()
            .run("export", "--plugins", plugins, "-t", "terraform", "-o", temp.resolve("o"), rules);

    assertThat(other.exitCode()).as(other.err()).isEqualTo(ExitCode.OK);
  }
}
