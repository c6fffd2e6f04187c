package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The class data archive that {@code bin/rulecast} makes for itself. */
@DisabledOnOs(OS.WINDOWS)
class ArchiveIT {
  private static final long MAX_SECONDS = 120;

  @TempDir Path temp;
  private Path home;
  private Path command;
  private Path cache;

  @BeforeEach
  void unpack() throws Exception {
    home = DistributionIT.unpack(temp);
    command = home.resolve("bin/rulecast");
    cache = temp.resolve("cache");
  }

  private Processes processes() {
    return new Processes(temp).with("XDG_CACHE_HOME", cache);
  }

  private Result warmUp() throws Exception {
    return processes().with("RULECAST_WARM_UP", "1").run(command);
  }

  private List<Path> cached() throws IOException {
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(cache)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  /** Where the classes of an export came from. */
  private List<String> loadedClasses(Processes processes) throws Exception {
    Path log = temp.resolve("classes.log");
    Files.deleteIfExists(log);
    Result result =
        processes
            .with("RULECAST_JAVA_OPTS", "-Xlog:class+load:file=" + log)
            .run(command, "export", Documents.LOGON);
    assertThat(result.exitCode()).isEqualTo(0);
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains(" dev.rulecast.") && !line.contains("$$Lambda"))
        .toList();
  }

  @Test
  void holdsOurClasses() throws Exception {
    assertThat(warmUp()).isEqualTo(new Result(0, "", ""));
    assertThat(cached())
        .singleElement()
        .satisfies(file -> assertThat(file.toString()).endsWith(".jsa"));

    List<String> classes = loadedClasses(processes());

    assertThat(classes).hasSizeGreaterThan(100);
    assertThat(classes).allMatch(line -> line.contains("source: shared objects file"));
    assertThat(processes().run(command, "--version").err()).isEmpty();
  }

  @Test
  void isNotUsedWhereItIsNotWanted() throws Exception {
    warmUp();

    List<String> classes = loadedClasses(processes().with("RULECAST_NO_CDS", "1"));

    assertThat(classes).noneMatch(line -> line.contains("shared objects file"));
  }

  @Test
  void isMadeAnewForOtherJars() throws Exception {
    warmUp();
    List<Path> before = cached();
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      for (Path jar : jars.toList()) {
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-02-03T04:05:06Z")));
      }
    }

    assertThat(loadedClasses(processes().with("CI", "true")))
        .noneMatch(line -> line.contains("shared objects file"));
    warmUp();

    assertThat(cached()).hasSize(1).doesNotContainAnyElementsOf(before);
    assertThat(loadedClasses(processes()))
        .allMatch(line -> line.contains("source: shared objects file"));
  }

  @Test
  void isMadeAfterTheFirstRunInTheBackground() throws Exception {
    Result first = processes().run(command, "--version");

    assertThat(first.exitCode()).isEqualTo(0);
    assertThat(first.err()).isEmpty();
    long start = System.nanoTime();
    while (cached().stream().noneMatch(file -> file.toString().endsWith(".jsa"))
        || Files.exists(Path.of(cached().get(0) + ".lock"))) {
      assertThat(System.nanoTime() - start).isLessThan(MAX_SECONDS * 1_000_000_000);
      Thread.sleep(200);
    }
    assertThat(cached()).hasSize(1);
  }

  @Test
  void isNotMadeInCi() throws Exception {
    processes().with("CI", "true").run(command, "--version");
    Thread.sleep(1_500);

    assertThat(cached()).isEmpty();
  }

  @Test
  void isDoneWithoutWhereThereIsNoPlaceForIt() throws Exception {
    Path file = Files.createFile(temp.resolve("file"));

    Result result = processes().with("XDG_CACHE_HOME", file).run(command, "--version");
    Result warmUp =
        processes().with("XDG_CACHE_HOME", file).with("RULECAST_WARM_UP", "1").run(command);

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.err()).isEmpty();
    assertThat(warmUp.exitCode()).isNotEqualTo(0);
  }

  @Test
  void isMadeByOneProcessAtATime() throws Exception {
    warmUp();
    Path archive = cached().get(0);
    Files.delete(archive);
    Path lock = Files.createDirectory(Path.of(archive + ".lock"));

    assertThat(warmUp().exitCode()).isNotEqualTo(0);
    assertThat(cached()).isEmpty();

    // The lock of a process that was killed.
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(900)));
    assertThat(warmUp().exitCode()).isEqualTo(0);
    assertThat(cached()).containsExactly(archive);
    assertThat(lock).doesNotExist();
  }
}
