package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import dev.rulecast.output.OutputFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports 10,000 rules over an earlier export of other 10,000 rules, and kills it: at moments that
 * a seed chooses, from the start to the end, and as many in the midst of the changes as before. The
 * system properties {@code rulecast.kills} and {@code rulecast.seed} ask for more, or others.
 */
@DisabledOnOs(OS.WINDOWS)
class KilledExportIT {
  private static final int KILLS = Integer.getInteger("rulecast.kills", 50);
  private static final long SEED = Long.getLong("rulecast.seed", 1);

  private static final int RULES = 10_000;
  private static final int RULES_OF_AN_ENDPOINT = 100;

  /** An export may end before its moment has come, and is no kill then. */
  private static final int MAX_EXPORTS = 2 * KILLS;

  /** How long it takes before it writes anything, about. */
  private static final int MAX_EARLY_MILLIS = 2_000;

  private static final int MAX_LATER_NANOS = 2_000_000;
  private static final int POLL_MICROS = 100;

  @TempDir static Path temp;
  private static Path command;
  private static State first;
  private static State second;

  private final Path iac = temp.resolve("iac");
  private final Path folder = iac.resolve("terraform");
  private final Path staging = folder.resolve(".rulecast.staging");
  private final Random random = new Random(SEED);

  /** An input with the files that an export of it writes. */
  private record State(Path input, SortedMap<String, String> files) {
    List<Object> arguments(String what, Path output) {
      return List.of(
          what,
          "-t",
          "terraform",
          "-e",
          input.resolve("environment.yaml"),
          "-o",
          output,
          input.resolve("rules.yaml"));
    }
  }

  @BeforeAll
  static void exportBoth() throws Exception {
    command = DistributionIT.unpack(temp).resolve("bin/rulecast");
    Process warmUp = withArchive().redirectErrorStream(true).start();
    warmUp.getInputStream().transferTo(OutputStream.nullOutputStream());
    assertThat(warmUp.waitFor()).isZero();
    first = state("first", RULES, "Queries");
    second = state("second", RULES + RULES_OF_AN_ENDPOINT, "Questions");
  }

  private static State state(String name, int rules, String word) throws IOException {
    Path input = temp.resolve(name);
    GenerateRules.main(new String[] {"" + rules, input.toString(), "" + RULES_OF_AN_ENDPOINT});
    edit(input.resolve("rules.yaml"), "Queries", word);
    // One side of every rule is half of the work.
    edit(input.resolve("environment.yaml"), "addresses: [10", "managedBy: [], addresses: [10");
    State state = new State(input, new TreeMap<>());
    Path output = temp.resolve(name + "-output");
    Result result = new Cli().run(state.arguments("export", output).toArray());
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
    state.files.putAll(Tree.contents(output.resolve("terraform")));
    return state;
  }

  private static void edit(Path file, String what, String by) throws IOException {
    Files.writeString(file, Files.readString(file).replace(what, by));
  }

  @Test
  void isOldOrNewAndTheNextRunKnowsWhich() throws Exception {
    export(first);
    SortedMap<String, String> mine = new TreeMap<>();
    for (String file : List.of("notes.md", "terraform.tfvars", ".terraform/providers")) {
      Documents.write(folder, file, "mine");
      mine.put(file, Tree.contents(folder).get(file));
    }
    State now = first;
    int kills = 0;
    int halfway = 0;
    int done = 0;
    for (int export = 0; kills < KILLS && export < MAX_EXPORTS; export++) {
      State next = now.equals(first) ? second : first;
      boolean killed = killAtAMoment(next);
      kills += killed ? 1 : 0;
      boolean pending = Files.exists(staging.resolve("journal"));
      String about = "seed %s, export %s, journal: %s".formatted(SEED, export, pending);
      halfway += pending ? 1 : 0;
      if (export % 10 == 0) {
        checkKnows(next, pending, about);
      }
      if (export % 10 == 5) {
        export(next);
        now = next;
      } else {
        OutputFolder.open(iac, "terraform").close();
      }
      SortedMap<String, String> files = Tree.contents(folder);
      assertThat(files.entrySet()).as(about).containsAll(mine.entrySet());
      files.keySet().removeAll(mine.keySet());
      boolean isNext = files.equals(next.files);
      done += killed && !pending && isNext ? 1 : 0;
      assertThat(isNext || (!pending && killed && files.equals(now.files))).as(about).isTrue();
      now = isNext ? next : now;
    }
    System.out.printf(
        "KilledExportIT: seed %s, %s kills, %s of them in the midst of the changes, %s after"
            + " them%n",
        SEED, kills, halfway, done);
    assertThat(kills).isEqualTo(KILLS);
    export(second);
  }

  private void export(State state) {
    Result result = new Cli().run(state.arguments("export", iac).toArray());
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
  }

  private void checkKnows(State next, boolean pending, String about) throws IOException {
    SortedMap<String, String> before = Tree.everything(iac);
    Result check = new Cli().run(next.arguments("check", iac).toArray());
    assertThat(check.exitCode()).as(about).isIn(ExitCode.OK, ExitCode.DIFFERENT);
    if (pending) {
      assertThat(check.err()).as(about).contains("terraform` was interrupted. [interrupted]");
      assertThat(check.exitCode()).as(about).isEqualTo(ExitCode.DIFFERENT);
    }
    assertThat(Tree.everything(iac)).as(about).isEqualTo(before);
  }

  private Process start(State state) throws IOException {
    List<Object> arguments = state.arguments("export", iac);
    ProcessBuilder builder =
        withArchive()
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    arguments.forEach(argument -> builder.command().add(argument.toString()));
    builder.environment().remove("RULECAST_WARM_UP");
    builder.environment().put("RULECAST_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    return builder.start();
  }

  /** Makes the class data archive, with which a start takes half as long. */
  private static ProcessBuilder withArchive() {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command.toString())));
    builder.environment().put("XDG_CACHE_HOME", temp.resolve("cache").toString());
    builder.environment().put("RULECAST_WARM_UP", "1");
    return builder;
  }

  /** Whether it was killed before its end. */
  private boolean killAtAMoment(State next) throws Exception {
    BooleanSupplier moment = moment(next);
    int later = random.nextInt(MAX_LATER_NANOS);
    Process process = start(next);
    try {
      while (process.isAlive() && !moment.getAsBoolean()) {
        TimeUnit.MICROSECONDS.sleep(POLL_MICROS);
      }
      TimeUnit.NANOSECONDS.sleep(later);
    } finally {
      process.destroyForcibly().waitFor();
    }
    return process.exitValue() != 0;
  }

  /** What has to be seen on the disk, or how much time has to go by, before the kill. */
  private BooleanSupplier moment(State next) {
    List<String> files = List.copyOf(next.files.keySet());
    Path staged = staging.resolve("new").resolve(files.get(random.nextInt(files.size())));
    Path journal = staging.resolve("journal");
    switch (random.nextInt(6)) {
      case 0 -> {
        long end = System.nanoTime() + random.nextInt(MAX_EARLY_MILLIS) * 1_000_000L;
        return () -> System.nanoTime() > end;
      }
      case 1, 2 -> {
        return () -> Files.exists(staged);
      }
      case 3 -> {
        return () -> Files.exists(staging.resolve("journal.draft"));
      }
      case 4 -> {
        return () -> Files.exists(journal);
      }
      default -> {
        return () -> Files.exists(journal) && !Files.exists(staged);
      }
    }
  }

  @Test
  void runsOnlyOnceAtATime() throws Exception {
    export(first);
    Process one = start(second);
    try {
      while (one.isAlive() && !Files.exists(folder.resolve(".rulecast.lock"))) {
        TimeUnit.MICROSECONDS.sleep(POLL_MICROS);
      }

      Result other = new Cli().run(first.arguments("export", iac).toArray());

      assertThat(other.exitCode()).as(other.err()).isEqualTo(ExitCode.IO);
      assertThat(other.err())
          .contains("Another run of rulecast is writing to `" + folder + "`. [output]");
      assertThat(one.waitFor()).isEqualTo(ExitCode.OK);
    } finally {
      one.destroyForcibly().waitFor();
    }
    SortedMap<String, String> files = Tree.contents(folder);
    assertThat(files).containsAllEntriesOf(second.files);
  }
}
