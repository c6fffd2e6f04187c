package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import dev.rulecast.cli.TestExporters.Elsewhere;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines that cannot be meant, and help. */
class UsageTest {
  @TempDir Path temp;
  private Path rules;

  @BeforeEach
  void writeRules() throws IOException {
    rules = Documents.write(temp, "rules.yaml", Documents.EXACT);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("exprt RULES", "There is no command `exprt`.", "did you mean `export`?"),
        mistake("frobnicate", "There is no command `frobnicate`.", "see `rulecast --help`"),
        mistake("--outptu", "There is no option `--outptu`.", "see `rulecast --help`"),
        mistake("export", "Missing required parameter: 'RULES'.", "see `rulecast export --help`"),
        mistake(
            "export --outptu=x RULES",
            "There is no option `--outptu`.",
            "did you mean `--output`?"),
        mistake("export -e", "Missing required parameter for option '--environment' (ENV)", ""),
        mistake("export -e --strict RULES", "'--environment'", ""),
        mistake(
            "export --as-of 2026-02-30 RULES",
            "Invalid value for option '--as-of': `2026-02-30` is not a day;",
            "see `rulecast export --help`"),
        mistake("export --format jsn RULES", "expected one of [text, json]", ""),
        mistake(
            "export -t terrafrom RULES",
            "The exporter `terrafrom` is not installed.",
            "did you mean `terraform`?"),
        mistake(
            "export -t powershell RULES",
            "The exporter `powershell` is not installed.",
            "installed are "),
        mistake(
            "export -O peers=group RULES",
            "`peers=group` is not an option of an exporter.",
            "EXPORTER.OPTION=VALUE"),
        mistake("export -O terraform.peers RULES", "`terraform.peers` is not an option of", ""),
        mistake(
            "export -O terrafrom.peers=group RULES",
            "The exporter `terrafrom` is not installed.",
            "did you mean `terraform`?"),
        mistake(
            "export -O terraform.peer=group RULES",
            "The exporter `terraform` has no option `peer`.",
            "did you mean `peers`?"),
        mistake(
            "export -O terraform.peers=grop RULES",
            "`grop` is not a value of the option peers.",
            "did you mean `group`?"),
        mistake(
            "export -O terraform.peers=group -O terraform.peers=addresses RULES",
            "The option `terraform.peers` is given twice, with two values.",
            "give it once"),
        mistake(
            "export RULES terraform",
            "`terraform` is an exporter, and not a file with rules.",
            "name exporters with -t"),
        mistake(
            "export RULES terraform.peers=group",
            "`terraform.peers=group` is an option of an exporter",
            "put -O before each of them"),
        mistake(
            "export netwrix-auditor/logon-activity",
            "`netwrix-auditor/logon-activity` is in the catalog, and not a file.",
            "did you mean `catalog:netwrix-auditor/logon-activity`?"),
        mistake("export --plugins nowhere RULES", "There is no plugin folder `nowhere`.", ""),
        mistake("validate", "Missing required parameter: 'RULES'", ""),
        mistake("validate -o x RULES", "There is no option `-o`.", ""),
        mistake("schema enviroment", "There is no schema `enviroment`.", "`environment`?"),
        mistake("schema a b", "The argument `b` is one too many.", "rulecast schema --help"),
        mistake(
            "catalog netwrix-auditor/logon-activty",
            "The catalog has no rule set `netwrix-auditor/logon-activty`.",
            "did you mean `netwrix-auditor/logon-activity`?"),
        mistake("exporters x", "The argument `x` is one too many.", ""));
  }

  private static Arguments mistake(String line, String message, String hint) {
    return Arguments.of(line, message, hint);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void tellsWhatIsWrongAndHowTheCommandIsUsed(String line, String message, String hint) {
    Result result = new Cli().run(arguments(line));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("error: ").contains(message).contains(hint);
    String command = line.split(" ", 2)[0];
    String usage =
        Commands.NAMES.contains(command) ? "usage: rulecast " + command : "usage: rulecast [";
    List<String> lines = result.err().lines().toList();
    assertThat(lines.get(lines.size() - 1)).startsWith(usage);
    assertThat(result.err()).doesNotContain("Exception");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void tellsProgramsInJson(String line, String message, String hint) {
    Object[] words = arguments(line);
    if (!Commands.NAMES.contains(line.split(" ")[0]) || line.contains("--format")) {
      return;
    }
    Object[] args = Arrays.copyOf(words, words.length + 2);
    System.arraycopy(words, 1, args, 3, words.length - 1);
    args[1] = "--format";
    args[2] = "json";

    Result result = new Cli().run(args);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.errObjects())
        .singleElement()
        .satisfies(error -> assertThat(error.get("message").asString()).contains(message));
  }

  private Object[] arguments(String line) {
    return Arrays.stream(line.split(" "))
        .map(word -> word.equals("RULES") ? rules : word)
        .toArray();
  }

  @Test
  void printsHelpWhereNoCommandIsGiven() {
    Result result = new Cli().run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("Usage: rulecast ").contains("Commands");
  }

  static List<String> commands() {
    return Commands.NAMES;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpFitsAScreenAndHasAnExample(String command) {
    for (String option : List.of("-h", "--help")) {
      Result result = new Cli().run(command, option);

      assertThat(result.exitCode()).isEqualTo(0);
      assertThat(result.err()).isEmpty();
      assertThat(result.out()).startsWith("Usage: rulecast " + command + " ");
      assertThat(result.out())
          .containsPattern("\nExamples?[^\n]*:\n  (source <\\()?rulecast " + command);
      assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
    }
  }

  @Test
  void helpListsEveryCommand() {
    Result result = new Cli().run("--help");

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.err()).isEmpty();
    for (String command : Commands.NAMES) {
      assertThat(result.out()).containsPattern("\n  " + command + " +[A-Z]");
    }
    assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-V", "--version"})
  void printsTheVersion(String option) {
    Result result = new Cli().run(option);

    assertThat(result)
        .isEqualTo(new Result(0, "rulecast development" + System.lineSeparator(), ""));
  }

  @Test
  void refusesAPluginFolderWithoutJars() throws IOException {
    Path empty = Files.createDirectory(temp.resolve("empty"));

    Result result = new Cli().run("exporters", "--plugins", empty);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("has no jars.");
  }

  @Test
  void explainsAnExporterAmongRulesAlsoWhereItIsAPlugin() throws IOException {
    Path plugins = TestExporters.plugin(temp.resolve("plugins"), Elsewhere.class);

    Result result = new Cli().run("validate", "--plugins", plugins, rules, "elsewhere");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("`elsewhere` is an exporter");
  }

  @Test
  void takesAFileThatIsCalledLikeAnExporter() throws IOException {
    Path folder = temp.resolve("terraform");
    Documents.write(folder, "rules.yaml", Documents.EXACT);

    assertThat(new Cli().run("validate", folder).exitCode()).isEqualTo(0);
  }
}
