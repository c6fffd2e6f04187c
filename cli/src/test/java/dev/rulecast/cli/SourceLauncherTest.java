package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./rulecast}: when it builds, and when not. Maven is a script that counts. */
@DisabledOnOs(OS.WINDOWS)
class SourceLauncherTest {
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "maven says: $*"
      echo "$*" >>builds
      [ ! -e fail ] || exit 1
      [ ! -e slow ] || sleep 1
      bin=cli/target/quick/rulecast/rulecast/bin
      mkdir -p $bin
      printf '%s\\n' '#!/bin/sh' '[ -z "$RULECAST_WARM_UP" ] || exit 0' 'printf "<%s>" "$@"' >$bin/rulecast
      chmod +x $bin/rulecast
      """;

  @TempDir Path temp;
  private Path root;
  private Path tools;
  private Path source;

  @BeforeEach
  void writeSources() throws IOException {
    root = Files.createDirectory(temp.resolve("a clone"));
    tools = Files.createDirectory(temp.resolve("tools"));
    Processes.script(root.resolve("rulecast"), Files.readString(Path.of("../rulecast")));
    Documents.write(root, "pom.xml", "");
    Documents.write(root, ".mvn/jvm.config", "");
    Documents.write(root, "cli/pom.xml", "");
    source = Documents.write(root, "cli/src/main/java/Main.java", "");
    age(root.resolve("pom.xml"));
    age(root.resolve(".mvn/jvm.config"));
    age(root.resolve("cli/pom.xml"));
    age(source);
    Processes.script(tools.resolve("mvn"), MAVEN);
    Processes.script(tools.resolve("javac"), "#!/bin/sh\n");
  }

  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
  }

  private Processes processes() {
    return new Processes(temp).without("JAVA_HOME").with("PATH", tools + ":/usr/bin:/bin");
  }

  private Result run(Object... args) throws Exception {
    Object[] command = new Object[args.length + 1];
    command[0] = root.resolve("rulecast");
    System.arraycopy(args, 0, command, 1, args.length);
    return processes().run(command);
  }

  private long builds() throws IOException {
    Path builds = root.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  @Test
  void buildsOnceAndPassesTheArguments() throws Exception {
    Result first = run("export", "a b", "", "*");
    Result second = run("check");

    assertThat(first)
        .isEqualTo(new Result(0, "<export><a b><><*>", "Building rulecast (once) ...\n"));
    assertThat(second).isEqualTo(new Result(0, "<check>", ""));
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void buildsAgainWhenASourceHasChanged() throws Exception {
    run("one");
    Thread.sleep(20);
    Files.writeString(source, "changed");
    run("two");
    run("three");

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void buildsAgainWhenASourceIsGone() throws Exception {
    run("one");
    Thread.sleep(20);
    Files.delete(source);
    run("two");

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void isFoundThroughASymbolicLink() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("one"), Path.of("a clone/rulecast"));
    Path second = Files.createSymbolicLink(temp.resolve("two"), link);

    assertThat(processes().run(second, "x").out()).isEqualTo("<x>");
    assertThat(
            processes()
                .with("PATH", temp + ":" + tools + ":/usr/bin:/bin")
                .run("sh", "-c", "two y"))
        .isEqualTo(new Result(0, "<y>", ""));
  }

  @Test
  void showsWhyABuildFailed() throws Exception {
    Files.createFile(root.resolve("fail"));

    Result failed = run("x");

    assertThat(failed.exitCode()).isEqualTo(70);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err())
        .contains("maven says: ")
        .contains("rulecast: the build failed; its messages are in " + root);

    Files.delete(root.resolve("fail"));
    assertThat(run("x").out()).isEqualTo("<x>");
  }

  @Test
  void tellsWhatIsMissing() throws Exception {
    Files.delete(tools.resolve("javac"));
    Path few =
        Processes.tools(
            temp.resolve("few"), "find", "mkdir", "ln", "readlink", "rm", "mv", "sleep");
    Path launcher = root.resolve("rulecast");

    Result noMaven = processes().with("PATH", few).run(launcher);
    Result noJdk = processes().with("PATH", few + ":" + tools).run(launcher);
    Result noJavaHome = processes().with("JAVA_HOME", temp).run(launcher);

    assertThat(noMaven.exitCode()).isEqualTo(70);
    assertThat(noMaven.err()).contains("Maven (mvn) is not on the PATH");
    assertThat(noJdk.exitCode()).isEqualTo(70);
    assertThat(noJdk.err()).contains("install a JDK, 17 or newer, or set JAVA_HOME");
    assertThat(noJavaHome.exitCode()).isEqualTo(70);
    assertThat(noJavaHome.err()).contains("JAVA_HOME (" + temp + ") is not a JDK");
  }

  @Test
  void runsAtTheSameTimeBuildOnce() throws Exception {
    Files.createFile(root.resolve("slow"));
    CompletableFuture<Result> other = CompletableFuture.supplyAsync(this::runUnchecked);

    Result one = run("same");

    assertThat(one.out()).isEqualTo("<same>");
    assertThat(other.get().out()).isEqualTo("<same>");
    assertThat(one.err() + other.get().err()).contains("Waiting for another run (process ");
    assertThat(builds()).isEqualTo(1);
  }

  private Result runUnchecked() {
    try {
      return run("same");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void takesOverTheLockOfADeadRun() throws Exception {
    Path output = Files.createDirectories(root.resolve("cli/target/quick"));
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createSymbolicLink(output.resolve("rulecast.lock"), Path.of("" + dead.pid()));

    assertThat(run("x").out()).isEqualTo("<x>");
    assertThat(Files.isSymbolicLink(output.resolve("rulecast.lock"))).isFalse();
  }
}
