package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same documents give the same bytes from every exporter and the same words from the command:
 * whatever machine it runs on, and however the documents are written.
 */
@DisabledOnOs(OS.WINDOWS)
class DeterminismIT {
  private static final Path EXAMPLES = Path.of("").toAbsolutePath().resolveSibling("examples");
  private static final String HYBRID = "hybrid.yaml";
  private static final String RULES = "rules/hybrid.yaml";
  private static final String NETWRIX = "netwrix.yaml";
  private static final String CATALOG = "catalog:netwrix-auditor/*";

  @TempDir static Path shared;
  private static Path command;
  private static SortedMap<String, String> hybrid;

  @TempDir Path temp;

  @BeforeAll
  static void prepare() throws Exception {
    command = DistributionIT.unpack(shared).resolve("bin/rulecast");
    Path output = shared.resolve("hybrid");
    Result result =
        new Cli()
            .run("export", "-e", EXAMPLES.resolve(HYBRID), "-o", output, EXAMPLES.resolve(RULES));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
    hybrid = Tree.contents(output);
  }

  /** Machines on which a program that asks for defaults does something else. */
  enum Machine {
    /** An I without a dot, two code pages, and the line ends of Windows. */
    TURKISH(
        """
        -Duser.language=tr
        -Duser.country=TR
        -Duser.timezone=Pacific/Kiritimati
        -Dfile.encoding=ISO-8859-9
        -Dsun.jnu.encoding=ISO-8859-9
        "-Dline.separator=\\r\\n"
        """,
        "tr_TR.ISO-8859-9",
        "077"),
    /** Other digits, another calendar, written from right to left. */
    ARABIC(
        """
        -Duser.language=ar
        -Duser.country=EG
        -Duser.extensions=ca-islamic-nu-arab
        -Duser.timezone=Etc/GMT+12
        -Dfile.encoding=UTF-16
        """,
        "C",
        "022"),
    /** Years of Buddha. */
    THAI(
        """
        -Duser.language=th
        -Duser.country=TH
        -Duser.extensions=ca-buddhist-nu-thai
        -Duser.timezone=Pacific/Chatham
        -Dfile.encoding=US-ASCII
        """,
        "POSIX",
        "002");

    private final String options;
    private final String locale;
    private final String umask;

    Machine(String options, String locale, String umask) {
      this.options = options;
      this.locale = locale;
      this.umask = umask;
    }

    /** Runs the command on this machine, in a folder. */
    Result run(Path folder, Object... arguments) throws Exception {
      Path file = Files.writeString(Files.createTempFile(folder, "java", ".options"), options);
      List<Object> words = new ArrayList<>();
      words.addAll(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh", command));
      words.addAll(List.of(arguments));
      return new Processes(folder)
          .with("LC_ALL", locale)
          .with("RULECAST_NO_CDS", "1")
          .with("RULECAST_JAVA_OPTS", "-XX:TieredStopAtLevel=1 @" + file)
          .run(words.toArray());
    }
  }

  /** The words of this machine, whose output is at the same path. */
  private Result here(Object... arguments) {
    return new Cli().run(arguments);
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void everyMachineWritesTheSame(Machine machine) throws Exception {
    Object[] export = {
      "export",
      "--as-of",
      Cli.TODAY,
      "-e",
      EXAMPLES.resolve(HYBRID),
      "-o",
      temp.resolve("iac"),
      EXAMPLES.resolve(RULES)
    };

    Result there = machine.run(temp, export);

    assertThat(Tree.contents(temp.resolve("iac"))).isEqualTo(hybrid);
    delete(temp.resolve("iac"));
    assertThat(there).isEqualTo(here(export));
  }

  @Test
  void theWholeCatalogIsTheSame() throws Exception {
    Object[] export = {
      "export", "-e", EXAMPLES.resolve(NETWRIX), "-o", temp.resolve("iac"), CATALOG
    };

    Result there = Machine.TURKISH.run(temp, export);
    SortedMap<String, String> files = Tree.contents(temp.resolve("iac"));
    delete(temp.resolve("iac"));

    assertThat(there).isEqualTo(here(export));
    assertThat(files).isEqualTo(Tree.contents(temp.resolve("iac"))).hasSizeGreaterThan(30);
  }

  /** What differs, as a diff, and the rules that were not read, with their places. */
  @Test
  void checkAndImportSayTheSame() throws Exception {
    Path iac = temp.resolve("iac");
    here("export", "-e", EXAMPLES.resolve(HYBRID), "-o", iac, EXAMPLES.resolve(RULES));
    Path main = iac.resolve("terraform/main.tf");
    Files.writeString(main, Files.readString(main).replace("Orders", "Ordersİ"));
    Files.delete(iac.resolve("ansible/README.md"));
    Object[] check = {
      "check",
      "--as-of",
      Cli.TODAY,
      "-e",
      EXAMPLES.resolve(HYBRID),
      "-o",
      iac,
      EXAMPLES.resolve(RULES)
    };
    Path table =
        Documents.write(
            temp,
            "ports.md",
            Files.readString(EXAMPLES.resolve("ports.md"))
                + "\n# INTERNET İIıi – größer\n\n"
                + "| Port | Protocol | Source | Target | Purpose |\n|-|-|-|-|-|\n"
                + "| 443 | TCP | CLIENT İ | Server ß | Żółw |\n| what | TCP | a | b | c |\n");

    assertThat(Machine.ARABIC.run(temp, check)).isEqualTo(here(check));
    assertThat(Machine.TURKISH.run(temp, "import", table)).isEqualTo(here("import", table));
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (var paths = Files.walk(folder)) {
      all = paths.sorted(Collections.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  private void assertSame(Object environment, Object... rules) throws IOException {
    List<Object> words =
        new ArrayList<>(List.of("export", "-e", environment, "-o", temp.resolve("same")));
    words.addAll(List.of(rules));

    Result result = here(words.toArray());

    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
    assertThat(Tree.contents(temp.resolve("same"))).isEqualTo(hybrid);
  }

  @Test
  void linesMayEndAsOnWindowsAndBeginWithAMark() throws IOException {
    String windows = "\uFEFF" + text(RULES).replace("\n", "\r\n");
    String environment = "\uFEFF" + text(HYBRID).replace("\n", "\r\n");

    assertSame(
        Documents.write(temp, "environment.yaml", environment),
        Documents.write(temp, "rules.yaml", windows));
  }

  @Test
  void pathsMayBeRelative() throws IOException {
    Path here = Path.of("").toAbsolutePath();

    assertSame(
        here.relativize(EXAMPLES.resolve(HYBRID)),
        here.relativize(EXAMPLES.resolve(RULES)),
        EXAMPLES.resolve("rules/../" + RULES));
  }

  /** Rules, endpoints, items of lists and keys in any order, in one document or many. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  @SuppressWarnings("unchecked")
  void orderHasNoMeaning(long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, Object> environment = (Map<String, Object>) shuffled(read(HYBRID), random);
    Path file = json("environment.json", environment);

    assertSame(file, json("rules/all.json", shuffled(read(RULES), random)));
  }

  /** A folder is read in the order of names, whatever order the file system has. */
  @Test
  void filesComeInTheirOwnOrder() throws IOException {
    Path forwards = temp.resolve("forwards");
    Path backwards = temp.resolve("backwards");
    List<String> names = List.of("a", "b", "c", "10", "9");
    List<String> reversed = new ArrayList<>(names);
    Collections.reverse(reversed);
    for (String name : names) {
      part(forwards, name);
    }
    for (String name : reversed) {
      part(backwards, name);
    }

    for (Path folder : List.of(forwards, backwards)) {
      Result result = here("export", "-o", folder.resolve("iac"), "-t", "ansible,aws-sg", folder);
      assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
    }

    assertThat(Tree.contents(forwards.resolve("iac")))
        .isEqualTo(Tree.contents(backwards.resolve("iac")))
        .isNotEmpty();
  }

  /** Titles of one endpoint differ: the first rule set's counts, not the first file's. */
  private static void part(Path folder, String name) throws IOException {
    String rules = Documents.ruleSet("part-" + name, "", Documents.rule("r", "[443]", ""));
    Documents.write(
        folder, name + ".yaml", rules.replace("title: Client", "title: Client " + name));
  }

  private static String text(String example) throws IOException {
    return Files.readString(EXAMPLES.resolve(example));
  }

  private Path json(String name, Object document) throws IOException {
    return Documents.write(temp, name, new JsonMapper().writeValueAsString(document));
  }

  private static Object shuffled(Object value, Random random) {
    if (value instanceof Map<?, ?> map) {
      List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
      Collections.shuffle(entries, random);
      Map<Object, Object> copy = new LinkedHashMap<>();
      entries.forEach(entry -> copy.put(entry.getKey(), shuffled(entry.getValue(), random)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(shuffled(item, random)));
      Collections.shuffle(copy, random);
      return copy;
    }
    return value;
  }

  /** As another reader of YAML sees it; dates are text. */
  private static Object read(String example) throws IOException {
    Resolver resolver =
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
            addImplicitResolver(Tag.INT, INT, "-+0123456789");
          }
        };
    LoaderOptions options = new LoaderOptions();
    DumperOptions none = new DumperOptions();
    return new Yaml(new SafeConstructor(options), new Representer(none), none, options, resolver)
        .load(text(example));
  }
}
