package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The class data archive that {@code bin/rulecast} makes for itself. */
@DisabledOnOs(OS.WINDOWS)
class ArchiveIT {
  private static final long MAX_SECONDS = 120;

  @TempDir static Path unpacked;
  private static Path home;
  private static Path command;
  private static Path cache;

  @TempDir Path temp;

  @BeforeAll
  static void warmUp() throws Exception {
    home = DistributionIT.unpack(unpacked);
    command = home.resolve("bin/rulecast");
    cache = unpacked.resolve("cache");
    assertThat(warmUp(command)).isEqualTo(new Result(0, "", ""));
    assertThat(archives(cache)).hasSize(1);
  }

  private static Result warmUp(Path launcher) throws Exception {
    return new Processes(unpacked)
        .with("XDG_CACHE_HOME", cache)
        .with("RULECAST_WARM_UP", "1")
        .run(launcher);
  }

  private Processes processes() {
    return new Processes(temp).with("XDG_CACHE_HOME", cache);
  }

  /** Every file in the cache; one that is being made is in a folder of its own. */
  private static List<Path> archives(Path cache) throws IOException {
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(cache)) {
      return paths.filter(Files::isRegularFile).toList();
    } catch (UncheckedIOException e) {
      return List.of(); // it changed meanwhile
    }
  }

  /** Where the classes of an export came from. */
  private List<String> loadedClasses(Processes processes) throws Exception {
    Path log = temp.resolve("classes.log");
    Result result =
        processes
            .with("RULECAST_JAVA_OPTS", "-Xlog:class+load:file=" + log)
            .run(command, "export", Documents.LOGON);
    assertThat(result.exitCode()).isEqualTo(0);
    List<String> classes =
        Files.readAllLines(log).stream()
            .filter(line -> line.contains(" dev.rulecast.") && !line.contains("$$Lambda"))
            .toList();
    assertThat(classes).hasSizeGreaterThan(100);
    return classes;
  }

  @Test
  void holdsOurClasses() throws Exception {
    assertThat(loadedClasses(processes()))
        .allMatch(line -> line.contains("source: shared objects file"));
  }

  @Test
  void isNotUsedWhereItIsNotWanted() throws Exception {
    assertThat(loadedClasses(processes().with("RULECAST_NO_CDS", "1")))
        .noneMatch(line -> line.contains("shared objects file"));
  }

  @Test
  void isNotUsedForOtherJars() throws Exception {
    Path jar =
        home.resolve("lib/rulecast-catalog-" + System.getProperty("rulecast.version") + ".jar");
    FileTime time = Files.getLastModifiedTime(jar);
    try {
      Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-02-03T04:05:06Z")));

      assertThat(loadedClasses(processes().with("CI", "true")))
          .noneMatch(line -> line.contains("shared objects file"));
    } finally {
      Files.setLastModifiedTime(jar, time);
    }
  }

  @Test
  void isMadeByOneProcessAtATimeAndReplacesOlderOnes() throws Exception {
    Path archive = archives(cache).get(0);
    Path older = Files.createFile(archive.resolveSibling(olderName(archive)));
    Path lock = Files.createDirectory(Path.of(archive + ".lock"));

    assertThat(warmUp(command).exitCode()).isNotEqualTo(0);
    assertThat(older).exists();

    // The lock of a process that was killed.
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(900)));
    assertThat(warmUp(command).exitCode()).isEqualTo(0);
    assertThat(archives(cache)).containsExactly(archive);
    assertThat(lock).doesNotExist();
  }

  private static String olderName(Path archive) {
    return archive.getFileName().toString().replaceFirst("-[0-9]+\\.jsa$", "-1.jsa");
  }

  @Test
  void isMadeAfterTheFirstRunInTheBackground() throws Exception {
    Path own = temp.resolve("cache");

    Result first = processes().with("XDG_CACHE_HOME", own).run(command, "--version");

    assertThat(first.exitCode()).isEqualTo(0);
    assertThat(first.err()).isEmpty();
    long start = System.nanoTime();
    while (archives(own).size() != 1 || !archives(own).get(0).toString().endsWith(".jsa")) {
      assertThat(System.nanoTime() - start).isLessThan(MAX_SECONDS * 1_000_000_000);
      Thread.sleep(200);
    }
  }

  @Test
  void isNotMadeInCi() throws Exception {
    Path own = temp.resolve("cache");

    processes().with("XDG_CACHE_HOME", own).with("CI", "true").run(command, "--version");
    Thread.sleep(1_500);

    assertThat(own).doesNotExist();
  }

  @Test
  void isDoneWithoutWhereThereIsNoPlaceForIt() throws Exception {
    Path file = Files.createFile(temp.resolve("file"));

    Result result = processes().with("XDG_CACHE_HOME", file).run(command, "--version");

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.err()).isEmpty();
  }
}
