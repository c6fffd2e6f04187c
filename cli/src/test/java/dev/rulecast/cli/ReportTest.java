package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import dev.rulecast.cli.TestExporters.Broken;
import dev.rulecast.cli.TestExporters.Elsewhere;
import dev.rulecast.cli.TestExporters.Simple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * How diagnostics and results are printed: for people, for programs, and for no terminal to obey.
 */
class ReportTest {
  @TempDir Path temp;

  private Path rules(String text) throws IOException {
    return Documents.write(temp, "rules.yaml", text);
  }

  private static String manyRules(int count) {
    return Documents.ruleSet(
        "web",
        "",
        IntStream.range(0, count)
            .mapToObj(
                i -> Documents.rule("r" + i, "[" + (100 + 2 * i) + "]", "sourcePorts: [5000]"))
            .toArray(String[]::new));
  }

  @Test
  void groupsByReasonAndNamesTwentyRules() throws IOException {
    Result result =
        new Cli().run("export", "-t", "terraform", "-o", temp.resolve("iac"), rules(manyRules(41)));

    assertThat(result.err().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "warning: terraform: EC2 security groups do not match source ports 5000."
                            + " [wider]"),
            line ->
                assertThat(line)
                    .startsWith("  41: web/r0, web/r1, ")
                    .endsWith(" and 21 more")
                    .satisfies(
                        l -> assertThat(l.chars().filter(c -> c == '/').count()).isEqualTo(20)));
  }

  @Test
  void tellsProgramsAllOfThem() throws IOException {
    Result result =
        new Cli()
            .run(
                "export",
                "-t",
                "terraform",
                "--format=json",
                "-o",
                temp.resolve("iac"),
                rules(manyRules(41)));

    assertThat(result.errObjects())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.get("severity").asString()).isEqualTo("warning");
              assertThat(warning.get("id").asString()).isEqualTo("wider");
              assertThat(warning.get("about")).hasSize(41);
            });
    assertThat(result.outObjects())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.get("exporter").asString()).isEqualTo("terraform");
              assertThat(line.get("status").asString()).isEqualTo("written");
              assertThat(line.get("folder").asString()).endsWith("/iac/terraform");
              assertThat(line.get("exact").asInt()).isEqualTo(0);
              assertThat(line.get("wider").asInt()).isEqualTo(82);
              assertThat(line.get("unsupported").asInt()).isEqualTo(0);
              assertThat(line.get("not-applicable").asInt()).isEqualTo(0);
              assertThat(line.get("written")).hasSize(6);
              assertThat(line.get("deleted")).isEmpty();
            });
  }

  @Test
  void tellsProgramsOneStatusForEachExporter() throws IOException {
    Path plugins =
        TestExporters.plugin(temp.resolve("plugins"), Broken.class, Elsewhere.class, Simple.class);
    Object[] args = {
      "export",
      "-t",
      "broken,elsewhere,simple,terraform",
      "--format",
      "json",
      "--plugins",
      plugins,
      "-o",
      temp.resolve("iac"),
      rules(Documents.UNSUPPORTED)
    };

    Result first = new Cli().run(args);
    Result second = new Cli().run(args);

    assertThat(statuses(first))
        .containsExactly(
            "broken failed", "elsewhere not-applicable", "simple written", "terraform kept");
    assertThat(statuses(second))
        .containsExactly(
            "broken failed", "elsewhere not-applicable", "simple unchanged", "terraform kept");
    assertThat(first.errObjects())
        .allSatisfy(line -> assertThat(line.propertyNames()).contains("severity", "id", "message"));
  }

  private static List<String> statuses(Result result) {
    return result.outObjects().stream()
        .map(line -> line.get("exporter").asString() + " " + line.get("status").asString())
        .toList();
  }

  @Test
  void tellsProgramsPlacesOfErrors() throws IOException {
    Result result = new Cli().run("validate", "--format", "json", rules(Documents.INVALID));

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    JsonNode error = result.errObjects().get(0);
    assertThat(error.get("severity").asString()).isEqualTo("error");
    assertThat(error.get("file").asString()).endsWith("rules.yaml");
    assertThat(error.get("line").asInt()).isEqualTo(8);
    assertThat(error.get("column").asInt()).isGreaterThan(1);
    assertThat(error.get("message").asString()).contains("70000");
  }

  static Stream<List<String>> readingCommands() {
    return Stream.of(
        List.of("validate", "--format", "json", Documents.LOGON),
        List.of("exporters", "--format", "json"),
        List.of("catalog", "--format", "json"));
  }

  @ParameterizedTest
  @MethodSource("readingCommands")
  void everyLineOfJsonIsAnObject(List<String> command) {
    Result result = new Cli().run(command.toArray());

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.outObjects()).isNotEmpty().allMatch(JsonNode::isObject);
    assertThat(result.errObjects()).isEmpty();
  }

  @Test
  void saysOnceThatAnExporterHasNothingToDo() throws IOException {
    String environment =
        Documents.environment("  client: {managedBy: []}\n  server: {managedBy: []}");
    String endpoints = "  third: {title: Third}\n";
    String more =
        "  - {id: third, source: third, destination: [server, third], protocol: tcp,"
            + " ports: [1], purpose: Third}\n";
    environment += "  third: {managedBy: []}\n";
    Path file = Documents.write(temp, "environment.yaml", environment);
    Path rules = rules(Documents.ruleSet("web", endpoints, Documents.rule("a", "[1]", ""), more));
    Object[] text = {"export", "-t", "terraform", "-e", file, "-o", temp.resolve("iac"), rules};
    Object[] json = {
      "export", "-t", "terraform", "--format", "json", "-e", file, "-o", temp.resolve("iac"), rules
    };

    assertThat(new Cli().run(text).err())
        .isEqualTo(
            "note: terraform: nothing to write, since no rule is for this exporter: neither"
                + " `client` nor `server` is managed by aws-sg, and 2 more reasons."
                + " [not-applicable]\n"
                + "  2: web/a, web/third\n");
    assertThat(new Cli().run(json).errObjects()).hasSize(3);
  }

  @Test
  void colorsOnlyForPeople() throws IOException {
    Path rules = rules(Documents.INVALID);

    assertThat(new Cli().onTerminal().run("validate", rules).err())
        .contains("\u001B[1;31merror\u001B[0m: ");
    assertThat(new Cli().onTerminal().withoutColor().run("validate", rules).err())
        .doesNotContain("\u001B[1");
    assertThat(new Cli().run("validate", rules).err()).doesNotContain("\u001B");
    assertThat(new Cli().onTerminal().run("validate", "--format=json", rules).err())
        .doesNotContain("\u001B");
    assertThat(new Cli().onTerminal().run("--help").out()).contains("\u001B[1m");
    assertThat(new Cli().onTerminal().withoutColor().run("--help").out()).doesNotContain("\u001B");
    assertThat(new Cli().run("--help").out()).doesNotContain("\u001B");
  }

  private static final String NASTY = "\u001B]0;owned\u0007\u202Egnp\u009B2J";

  @ParameterizedTest
  @MethodSource("formats")
  void nothingUntrustedReachesTheTerminal(String format) throws IOException {
    Path plugins = TestExporters.plugin(temp.resolve("plugins"), Broken.class);
    Path folder = Files.createDirectories(temp.resolve("x" + NASTY));
    Path good = Documents.write(folder, "good.yaml", Documents.EXACT);
    Path bad =
        Documents.write(
            folder, "bad.yaml", Documents.INVALID.replace("Client", "\"\\e[31m\\u202e\""));
    Path taken = Documents.write(folder, "taken", "a file");
    List<Object[]> commands =
        List.of(
            new Object[] {"validate", bad},
            new Object[] {"validate", folder.resolve("missing.yaml")},
            new Object[] {"validate", "catalog:" + NASTY},
            new Object[] {"export", "--" + NASTY},
            new Object[] {"export", "--as-of", NASTY, good},
            new Object[] {"export", "-t", NASTY, good},
            new Object[] {"export", "-O", "terraform." + NASTY + "=1", good},
            new Object[] {"export", "-O", "terraform.peers=" + NASTY, good},
            new Object[] {"export", "--plugins", NASTY, good},
            new Object[] {"export", "-t", "terraform", "-o", taken, good},
            new Object[] {"export", "-t", "terraform", "-o", folder.resolve("iac"), good},
            new Object[] {"check", "-t", "terraform", "-o", folder.resolve("other"), good},
            new Object[] {
              "export", "--debug", "--plugins", plugins, "-t", "broken", "-o", folder, good
            },
            new Object[] {"catalog", NASTY},
            new Object[] {"schema", NASTY},
            new Object[] {NASTY});
    for (Object[] command : commands) {
      Object[] args =
          format.equals("json") && command.length > 1
              ? Stream.concat(Stream.of(command), Stream.of("--format=json")).toArray()
              : command;

      Result result = new Cli().run(args);

      String about = List.of(command).toString();
      assertThat(result.out() + result.err()).as(about).isNotEmpty();
      assertThat(forbidden(result.out() + result.err())).as(about).isEmpty();
    }
  }

  static Stream<String> formats() {
    return Stream.of("text", "json");
  }

  private static String forbidden(String text) {
    return text.codePoints()
        .filter(c -> c != '\n' && c != '\r')
        .filter(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)
        .mapToObj(Integer::toHexString)
        .collect(Collectors.joining(" "));
  }

  @Test
  void printsNoStackTraceUnlessAsked() throws IOException {
    Path plugins = TestExporters.plugin(temp.resolve("plugins"), Broken.class);
    Object[] plain = {
      "export", "-t", "broken", "--plugins", plugins, "-o", temp, rules(Documents.EXACT)
    };
    Object[] debug = Stream.concat(Stream.of(plain), Stream.of("--debug")).toArray();
    Object[] json = Stream.concat(Stream.of(debug), Stream.of("--format=json")).toArray();

    assertThat(new Cli().run(plain).err()).doesNotContain("    at ").contains("--debug tells more");
    assertThat(new Cli().run(debug).err())
        .contains("    at dev.rulecast.cli.TestExporters$Broken.export(");
    assertThat(new Cli().run(json).errObjects())
        .satisfiesExactly(
            trace -> assertThat(trace.get("id").asString()).isEqualTo("stack-trace"),
            error -> assertThat(error.get("id").asString()).isEqualTo("plugin"));
  }

  @Test
  void aMistakeOfTheUserHasNoStackTraceEvenThen() throws IOException {
    Result result = new Cli().run("validate", "--debug", rules(Documents.INVALID));

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).doesNotContain("    at ");
  }
}
