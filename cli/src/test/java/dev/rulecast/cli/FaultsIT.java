package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distribution where the machine fails it. Every folder has an earlier export to lose. */
@EnabledOnOs(OS.LINUX)
class FaultsIT {
  private static final Path EXAMPLES = Path.of("").toAbsolutePath().resolveSibling("examples");
  private static final Path ENVIRONMENT = EXAMPLES.resolve("hybrid.yaml");
  private static final Path RULES = EXAMPLES.resolve("rules/hybrid.yaml");
  private static final int PAGE_KIB = 4;

  /** Quick to start, and it is not started for long. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

  /** Runs a command in a full file system that has what a folder has, and copies it back. */
  private static final String IN_TMPFS =
      """
      size=$1 place=$2 before=$3 after=$4
      shift 4
      mount -t tmpfs -o "size=${size}k" none "$place" && cp -R "$before/." "$place" || exit 99
      "$@"
      code=$?
      cp -R "$place/." "$after" || exit 99
      exit $code
      """;

  /** Runs a command where a folder cannot be written to. */
  private static final String READ_ONLY =
      """
      place=$1
      shift
      mount --bind "$place" "$place" && mount -o remount,bind,ro "$place" || exit 99
      exec "$@"
      """;

  @TempDir static Path shared;
  private static Path command;
  private static Path old;
  private static Path wanted;

  @TempDir Path temp;

  @BeforeAll
  static void prepare() throws Exception {
    command = DistributionIT.unpack(shared).resolve("bin/rulecast");
    old = shared.resolve("old");
    wanted = shared.resolve("wanted");
    String rules = Files.readString(RULES);
    Path other =
        Documents.write(
            shared, "old.yaml", rules.replaceAll("purpose: (\\w)", "purpose: Until now $1"));
    for (Object[] export : new Object[][] {{old, other}, {wanted, RULES}}) {
      Result result = new Cli().run("export", "-e", ENVIRONMENT, "-o", export[0], export[1]);
      assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
    }
  }

  /** The words of a command line that exports to a folder. */
  private static List<Object> rulecast(String what, Path output, Object... more) {
    List<Object> words =
        new ArrayList<>(List.of(command, what, "--as-of", Cli.TODAY, "-e", ENVIRONMENT));
    words.addAll(List.of("-o", output, RULES));
    words.addAll(List.of(more));
    return words;
  }

  private Result run(Object... words) throws Exception {
    return new Processes(temp)
        .with("RULECAST_NO_CDS", "1")
        .with("RULECAST_JAVA_OPTS", QUICK)
        .run(words);
  }

  private static Object[] words(List<Object> first, List<Object> second) {
    return Stream.concat(first.stream(), second.stream()).toArray();
  }

  /** How much of a file system of pages a folder takes. */
  private static long kibibytes(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      long pages = 0;
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        pages += (Files.size(path) + PAGE_KIB * 1024 - 1) / (PAGE_KIB * 1024);
      }
      return pages * PAGE_KIB;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 44, 72})
  @WithTools(Tool.MOUNTS)
  void aFullDiskLosesNothing(int free) throws Exception {
    Path place = Files.createDirectory(temp.resolve("place"));
    Path after = Files.createDirectory(temp.resolve("after"));
    long size = kibibytes(old) + free;

    Result result =
        run(
            words(
                List.of("unshare", "-rm", "sh", "-c", IN_TMPFS, "sh", size, place, old, after),
                rulecast("export", place)));

    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.IO);
    assertThat(result.out().lines()).hasSize(6);
    for (String line : result.out().lines().toList()) {
      String id = line.substring(0, line.indexOf(':'));
      SortedMap<String, String> folder = Tree.contents(after.resolve(id));
      if (line.equals(id + ": failed")) {
        assertThat(result.err()).contains("error: " + id + ": ", "No space left on device");
        assertThat(folder).as(id).isEqualTo(Tree.contents(old.resolve(id)));
      } else {
        assertThat(folder).as(id).isEqualTo(Tree.contents(wanted.resolve(id)));
      }
    }
    assertThat(result.out()).contains(": failed\n");
  }

  @Test
  @WithTools(Tool.MOUNTS)
  void aReadOnlyFolderIsToldAndCanStillBeChecked() throws Exception {
    Path iac = Files.createDirectory(temp.resolve("iac"));
    assertThat(run("cp", "-R", old + "/.", iac).exitCode()).isEqualTo(0);
    List<Object> mounted = List.of("unshare", "-rm", "sh", "-c", READ_ONLY, "sh", iac);

    Result export = run(words(mounted, rulecast("export", iac)));
    Result check = run(words(mounted, rulecast("check", iac)));

    assertThat(export.exitCode()).as(export.err()).isEqualTo(ExitCode.IO);
    assertThat(export.err()).contains("error: terraform: `" + iac, "Read-only file system");
    assertThat(Tree.contents(iac)).isEqualTo(Tree.contents(old));
    assertThat(check.exitCode()).as(check.err()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(check.out()).contains("+++ ");
  }

  @Test
  void aLimitOfFileSizesLeavesNotEvenALock() throws Exception {
    Path iac = temp.resolve("iac");

    Result result =
        run(
            words(
                List.of("sh", "-c", "ulimit -f 0; exec \"$@\"", "sh"),
                rulecast("export", iac, "-t", "terraform", "--format", "json")));

    // Standard output is a file, too.
    assertThat(result.exitCode()).isEqualTo(ExitCode.IO);
    assertThat(iac).doesNotExist();
  }

  @Test
  void aPluginThatTakesAllMemoryStopsNoOther() throws Exception {
    Path plugins = TestExporters.plugin(temp.resolve("plugins"), TestExporters.Hungry.class);
    Path iac = temp.resolve("iac");

    Result result =
        new Processes(temp)
            .with("RULECAST_NO_CDS", "1")
            .with("RULECAST_JAVA_OPTS", QUICK + " -Xmx96m")
            .run(rulecast("export", iac, "--plugins", plugins).toArray());

    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.INTERNAL);
    assertThat(result.err())
        .contains("The exporter `a-hungry` failed: java.lang.OutOfMemoryError: ", "[memory]")
        .doesNotContain("\tat ");
    assertThat(Tree.contents(iac)).isEqualTo(Tree.contents(wanted));
  }
}
