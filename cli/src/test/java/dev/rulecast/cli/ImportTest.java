package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.testkit.HostileTexts;
import dev.rulecast.testkit.HostileTexts.HostileText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rulecast import}. */
class ImportTest {
  private static final String HEADER =
      "| Port | Protocol | Source | Target | Purpose |\n|--|--|--|--|--|\n";

  private static final String GOOD = HEADER + "| 443 | TCP | Clients | Servers | Web |\n";
  private static final String ADDRESSES = HEADER + "| 443 | TCP | 10.0.0.1 | Servers | Web |\n";
  private static final String UNREAD = GOOD + "| 443* | TCP | Clients | Servers | Web |\n";

  @TempDir Path temp;

  private Path document(String name, String text) throws IOException {
    return Documents.write(temp, name, text);
  }

  @Test
  void printsRuleSetsThatCanBeReadAtOnce() throws IOException {
    Result result = new Cli().run("import", document("web.md", GOOD), document("b.md", GOOD));

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("# Imported from web.md, line 1.").contains("\n---\n#");
    assertThat(new Cli().in(result.out()).run("validate", "-").exitCode()).isZero();
    assertThat(Tree.contents(temp)).containsOnlyKeys("web.md", "b.md");
  }

  @Test
  void readsStandardInput() {
    Result result = new Cli().in(GOOD).run("import", "-");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("# Imported from standard input, line 1.");
  }

  @Test
  void writesRuleSetsThatCanBeExported() throws IOException {
    Path rules = temp.resolve("out/rules");

    Result result = new Cli().run("import", "-o", rules, document("web.md", GOOD));

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).endsWith("rules/web.yaml: 1 rule (web.md, line 1) - written\n");
    assertThat(Tree.contents(temp.resolve("out"))).containsOnlyKeys("rules/web.yaml");
    assertThat(new Cli().run("validate", rules).out())
        .isEqualTo("Valid: 1 rule set, 2 endpoints, 1 flow.\n");
  }

  @Test
  void writesAddressesBesideTheFolder() throws IOException {
    Path rules = temp.resolve("rules");

    Result result = new Cli().run("import", "-o", rules, document("web.md", ADDRESSES));

    assertThat(result.exitCode()).isZero();
    Path environment = temp.resolve("rules-environment.yaml");
    assertThat(result.out()).contains("rules-environment.yaml: addresses (web.md) - written\n");
    assertThat(new Cli().run("validate", "-e", environment, rules).exitCode()).isZero();
    assertThat(Tree.contents(temp))
        .containsOnlyKeys("web.md", "rules/web.yaml", "rules-environment.yaml");
  }

  @Test
  void writesAddressesWhereTheUserSays() throws IOException {
    Path environment = temp.resolve("env/lab.yml");

    Result result =
        new Cli()
            .run("import", "-o", temp.resolve("r"), "-e", environment, document("a.md", ADDRESSES));

    assertThat(result.exitCode()).isZero();
    assertThat(environment).exists();
  }

  @Test
  void exitsWith4ForARowThatItCannotRead() throws IOException {
    Result result = new Cli().run("import", "-o", temp.resolve("r"), document("a.md", UNREAD));

    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err()).contains("a.md:4:").contains("[unread-row]").contains("hint: ");
    assertThat(result.out()).contains("1 rule, 1 row not read (a.md, line 1) - written");
    assertThat(temp.resolve("r/a.yaml")).content().contains("#   | 443* | TCP |");
  }

  @Test
  void touchesNothingThatIsThereAlready() throws IOException {
    Path rules = temp.resolve("rules");
    Path web = document("web.md", ADDRESSES);
    new Cli().run("import", "-o", rules, web);
    FileTime before = Files.getLastModifiedTime(rules.resolve("web.yaml"));

    assertThat(new Cli().run("import", "-o", rules, web).out())
        .contains("unchanged")
        .doesNotContain("written");
    assertThat(Files.getLastModifiedTime(rules.resolve("web.yaml"))).isEqualTo(before);
    assertThat(Tree.contents(rules)).containsOnlyKeys("web.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules/web.yaml", "rules-environment.yaml"})
  void overwritesAnEditedFileOnlyByForce(String edited) throws IOException {
    Path rules = temp.resolve("rules");
    Path web = document("web.md", ADDRESSES);
    new Cli().run("import", "-o", rules, web);
    Path file = temp.resolve(edited);
    String text = Files.readString(file);
    Files.writeString(file, text + "# mine\n");
    SortedMap<String, String> before = Tree.contents(temp);

    Result refused = new Cli().run("import", "-o", rules, web, document("z.md", GOOD));

    assertThat(refused.exitCode()).isEqualTo(5);
    assertThat(refused.err()).contains("is there already").contains("[edited-files]");
    Files.delete(temp.resolve("z.md"));
    assertThat(Tree.contents(temp)).isEqualTo(before);

    assertThat(new Cli().run("import", "-o", rules, "--force", web).exitCode()).isZero();
    assertThat(file).hasContent(text);
  }

  @Test
  void writesNothingWhereADocumentCannotBeRead() throws IOException {
    Path broken = temp.resolve("broken.md");
    Files.write(broken, new byte[] {'a', (byte) 0xFF});

    Result result =
        new Cli()
            .run(
                "import",
                "-o",
                temp.resolve("r"),
                document("web.md", GOOD),
                broken,
                document("n.md", "x"));

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("broken.md:1:2: error: ").contains("n.md:1:1: warning: ");
    assertThat(temp.resolve("r")).doesNotExist();
  }

  @Test
  void tellsOfEveryArgumentThatNamesNoDocument() throws IOException {
    Result result =
        new Cli().run("import", temp.resolve("none.md"), temp, document("a.docx", "x"), "");

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err())
        .contains("There is no file")
        .contains("is a folder")
        .contains("is neither .md, .markdown, .txt nor .csv.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import",
        "import --force FILE",
        "import -e x.yaml FILE",
        "import --protocol icmp FILE",
        "import --source= FILE"
      })
  void refusesCommandLinesThatCannotBeMeant(String line) throws IOException {
    Path file = document("a.md", GOOD);
    Object[] args =
        Stream.of(line.split(" ")).map(word -> word.equals("FILE") ? file : word).toArray();

    Result result = new Cli().run(args);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("usage: rulecast import");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules/env.yaml", "my env.yaml", "env.txt", ".rulecast.yaml"})
  void refusesAnEnvironmentThatNobodyCouldUse(String name) throws IOException {
    Path rules = temp.resolve("rules");

    Result result =
        new Cli().run("import", "-o", rules, "-e", temp.resolve(name), document("a.md", ADDRESSES));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(rules).doesNotExist();
  }

  @Test
  void tellsProgramsInJson() throws IOException {
    Path a = document("a.md", UNREAD);

    Result printed = new Cli().run("import", "--format", "json", a);
    assertThat(printed.exitCode()).isEqualTo(4);
    assertThat(printed.errObjects())
        .singleElement()
        .satisfies(error -> assertThat(error.get("line").asInt()).isEqualTo(4));
    assertThat(printed.outObjects())
        .singleElement()
        .satisfies(file -> assertThat(file.get("text").asString()).startsWith("# Imported"));

    Result written = new Cli().run("import", "--format", "json", "-o", temp.resolve("r"), a);
    assertThat(written.outObjects())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.get("status").asString()).isEqualTo("written");
              assertThat(file.get("rules").asInt()).isEqualTo(1);
              assertThat(file.get("unread").asInt()).isEqualTo(1);
            });
  }

  @Test
  void namesNoFileButByIds() throws IOException {
    Path outside = temp.resolve("sub");
    String text =
        "# ../../etc/passwd\n\n"
            + GOOD
            + "\n# CON\n\n"
            + GOOD
            + "\n# \u202Egpj.\u001B[2J\n\n"
            + GOOD;

    Result result = new Cli().run("import", "-o", outside.resolve("rules"), document("x.md", text));

    assertThat(result.exitCode()).isZero();
    assertThat(Tree.contents(outside).keySet())
        .hasSize(3)
        .contains("rules/etc-passwd.yaml", "rules/con-rules.yaml")
        .allMatch(file -> file.matches("rules/[a-z0-9-]+\\.yaml"));
    assertThat(result.out() + result.err()).doesNotContain("\u001B", "\u202E");
  }

  /** The columns of a table in which texts stand. */
  enum Column {
    PORT,
    PROTOCOL,
    SOURCE,
    TARGET,
    PURPOSE,
    NOTES,
    UNKNOWN,
    HEADING
  }

  @ParameterizedTest
  @EnumSource(Column.class)
  void noTextBecomesAnythingElse(Column column) throws IOException {
    List<Object> args = new ArrayList<>(List.of("import", "-o", temp.resolve("rules")));
    for (HostileText text : HostileTexts.all()) {
      args.add(document(text.name() + ".md", hostile(column, text.line(), "md")));
      args.add(document(text.name() + ".csv", hostile(column, text.text(), "csv")));
    }

    Result result = new Cli().run(args.toArray());

    // What is written was read back by the command; another reader has to find the same keys.
    assertThat(result.exitCode()).as(result.err()).isIn(0, 4);
    assertThat((result.out() + result.err()).codePoints())
        .allMatch(c -> c == '\n' || !UserText.isForbidden(c));
    for (String yaml : texts(temp.resolve("rules"))) {
      assertThat(yaml.lines())
          .allMatch(
              line ->
                  line.isEmpty()
                      || line.matches(
                          "(#|apiVersion|kind|metadata|endpoints|rules|predefinedRules|parameters| ).*"));
      assertThat(yaml.codePoints()).allMatch(c -> c == '\n' || !UserText.isForbidden(c));
    }
  }

  private static List<String> texts(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static String hostile(Column column, String text, String kind) {
    List<String> cells =
        new ArrayList<>(List.of("443", "TCP", "Clients", "Servers", "Web", "Note", "x"));
    List<String> header =
        new ArrayList<>(
            List.of("Port", "Protocol", "Source", "Target", "Purpose", "Notes", "Colour"));
    if (column == Column.HEADING) {
      header.set(6, text);
    } else {
      cells.set(column.ordinal(), text);
    }
    List<String> good = List.of("80", "TCP", "Clients", "Servers", "Web", "Note", "x");
    if (kind.equals("csv")) {
      return csv(header) + csv(cells) + csv(good);
    }
    String title = column == Column.HEADING ? "# " + text + "\n\n" : "";
    return title + markdown(header) + "|-|-|-|-|-|-|-|\n" + markdown(cells) + markdown(good);
  }

  private static String csv(List<String> cells) {
    return "\""
        + String.join("\",\"", cells.stream().map(c -> c.replace("\"", "\"\"")).toList())
        + "\"\n";
  }

  private static String markdown(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
