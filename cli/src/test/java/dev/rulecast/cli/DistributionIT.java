package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the archives of the distribution hold. */
class DistributionIT {
  private static final Path TARGET = Path.of(System.getProperty("rulecast.target"));
  private static final String NAME = "rulecast-" + System.getProperty("rulecast.version");

  /** What NOTICE calls each library. */
  private static final Map<String, String> LIBRARIES =
      Map.ofEntries(
          Map.entry("commonmark", "commonmark-java (commonmark,"),
          Map.entry("commonmark-ext-gfm-tables", " commonmark-ext-gfm-tables)"),
          Map.entry("fastcsv", "FastCSV "),
          Map.entry("freemarker", "Apache FreeMarker "),
          Map.entry("jackson-annotations", "Jackson (annotations,"),
          Map.entry("jackson-core", " core,"),
          Map.entry("jackson-databind", " databind,"),
          Map.entry("jackson-dataformat-yaml", " dataformat-yaml)"),
          Map.entry("java-diff-utils", "java-diff-utils "),
          Map.entry("picocli", "picocli "),
          Map.entry("snakeyaml-engine", "SnakeYAML Engine "));

  /** The files of the zip, and whether they can be executed. */
  private static final SortedMap<String, Boolean> ZIP = new TreeMap<>();

  private static String notice;
  private static String command;

  @BeforeAll
  static void readTheZip() throws IOException {
    Path zip = TARGET.resolve(NAME + ".zip");
    try (FileSystem files =
        FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true))) {
      Path root = files.getPath("/");
      ZIP.putAll(files(root));
      notice = Files.readString(root.resolve(NAME + "/NOTICE"));
      command = Files.readString(root.resolve(NAME + "/bin/rulecast.cmd"));
    }
  }

  private static SortedMap<String, Boolean> files(Path root) throws IOException {
    SortedMap<String, Boolean> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        boolean executable =
            Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)
                .contains(PosixFilePermission.OTHERS_EXECUTE);
        found.put(root.relativize(path).toString(), executable);
      }
    }
    return found;
  }

  /** The jars in lib by artifact. */
  private static SortedMap<String, String> jars() {
    SortedMap<String, String> jars = new TreeMap<>();
    for (String file : ZIP.keySet()) {
      if (file.endsWith(".jar")) {
        String artifact = file.replaceFirst(".*/(.*?)-[0-9].*", "$1");
        assertThat(jars.put(artifact, file)).as(artifact + " is there twice").isNull();
      }
    }
    return jars;
  }

  @Test
  void holdsEverythingInOneFolder() {
    assertThat(ZIP.keySet()).allMatch(file -> file.startsWith(NAME + "/"));
    assertThat(ZIP.keySet().stream().filter(file -> !file.contains("/lib/")))
        .containsExactlyInAnyOrder(
            NAME + "/LICENSE",
            NAME + "/NOTICE",
            NAME + "/bin/rulecast",
            NAME + "/bin/rulecast.cmd",
            NAME + "/plugins/README.txt");
    assertThat(ZIP.keySet().stream().filter(file -> file.contains("/lib/")))
        .allMatch(file -> file.endsWith(".jar"));
  }

  @Test
  void onlyTheLauncherIsExecutable() {
    assertThat(ZIP.keySet().stream().filter(ZIP::get)).containsExactly(NAME + "/bin/rulecast");
  }

  @Test
  void theLauncherForWindowsEndsLinesAsWindowsDoes() {
    assertThat(command).contains("\r\n");
    assertThat(command.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theTarHoldsTheSame(@TempDir Path temp) throws Exception {
    unpack(temp);

    assertThat(files(temp)).isEqualTo(ZIP);
  }

  /** Unpacks the tar and returns the folder of the distribution. */
  static Path unpack(Path folder) throws Exception {
    Files.createDirectories(folder);
    Path tar = TARGET.resolve(NAME + ".tar.gz").toAbsolutePath();
    assertThat(new Processes(folder).run("tar", "-xzf", tar).exitCode()).isEqualTo(0);
    return folder.resolve(NAME);
  }

  @Test
  void holdsEveryLibraryOnceAndNoticeNamesIt() {
    SortedMap<String, String> others = jars();
    others.keySet().removeIf(artifact -> artifact.startsWith("rulecast-"));

    assertThat(others.keySet()).containsExactlyInAnyOrderElementsOf(LIBRARIES.keySet());
    LIBRARIES.values().forEach(words -> assertThat(notice).contains(words));
  }

  @Test
  void holdsEveryModuleThatIsShipped() throws IOException {
    assertThat(jars().keySet())
        .contains(
            "rulecast-cli", "rulecast-core", "rulecast-catalog", "rulecast-exporter-terraform")
        .doesNotContain("rulecast-exporter-testkit");
  }

  @Test
  void everyClassThatOursNeedIsThere() throws IOException {
    List<String> jars;
    try (Stream<Path> files = Files.list(TARGET.resolve("rulecast/rulecast/lib"))) {
      jars = files.map(Path::toString).sorted().toList();
    }
    List<String> args = new ArrayList<>(List.of("--multi-release", "17", "--missing-deps"));
    args.addAll(List.of("--class-path", String.join(File.pathSeparator, jars)));
    jars.stream().filter(jar -> jar.contains("rulecast-")).forEach(args::add);
    StringWriter out = new StringWriter();
    PrintWriter to = new PrintWriter(out);

    ToolProvider.findFirst("jdeps").orElseThrow().run(to, to, args.toArray(String[]::new));

    assertThat(out.toString()).doesNotContain("Error");
    // Annotations are not needed at run time.
    assertThat(out.toString().lines().filter(line -> line.contains(" -> ")))
        .allMatch(line -> line.contains("org.jspecify.") || line.endsWith(" -> not found"));
  }
}
