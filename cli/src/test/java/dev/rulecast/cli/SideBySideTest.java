package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60) // a job that waits for ever is a failure; nothing else is measured
class SideBySideTest {
  private static final Throwing NOTHING = () -> {};

  private final StringWriter printed = new StringWriter();
  private final PrintWriter out = new PrintWriter(printed);
  private final Session session =
      new Session(
          InputStream.nullInputStream(),
          out,
          out,
          false,
          false,
          true,
          Optional.empty(),
          LocalDate.of(2026, 1, 1));
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

  private interface Throwing {
    void run() throws IOException;
  }

  private SideBySide.Job job(String name, int exitCode, Throwing between) {
    return new SideBySide.Job() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public int run(Session printing) throws IOException {
        printing.err().println(name + " begins");
        between.run();
        printing.out().println(name + " ends");
        return exitCode;
      }

      @Override
      public int failed(Throwable e, Session printing) {
        failures.add(name + ": " + e.getClass().getSimpleName());
        return ExitCode.INTERNAL;
      }
    };
  }

  private int run(SideBySide.Job... jobs) {
    try (Progress progress = Progress.start(session, true)) {
      return new SideBySide(session, progress, 2).run(List.of(jobs));
    } finally {
      out.flush();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void runsAtTheSameTimeAndPrintsInOrder() {
    CountDownLatch secondIsDone = new CountDownLatch(1);

    run(
        job("first", ExitCode.OK, () -> await(secondIsDone)),
        job("second", ExitCode.OK, secondIsDone::countDown));

    assertThat(printed.toString().lines())
        .containsExactly("first begins", "first ends", "second begins", "second ends");
  }

  @Test
  void endsThoughAllButTheFirstPrintVeryMuch() {
    String line = "x".repeat(3_000_000);
    List<SideBySide.Job> jobs = new ArrayList<>();
    jobs.add(job("first", ExitCode.OK, NOTHING));
    for (int i = 0; i < 4; i++) {
      jobs.add(job(line, ExitCode.OK, NOTHING));
    }

    run(jobs.toArray(SideBySide.Job[]::new));

    assertThat(printed.toString().lines())
        .hasSize(10)
        .startsWith("first begins", "first ends")
        .endsWith(line + " ends");
  }

  @Test
  void beginsTheLastBeforeAllOfTheFirstHaveEnded() {
    CountDownLatch lastIsDone = new CountDownLatch(1);

    run(
        job("first", ExitCode.OK, () -> await(lastIsDone)),
        job("second", ExitCode.OK, NOTHING),
        job("last", ExitCode.OK, lastIsDone::countDown));

    assertThat(printed.toString().lines()).hasSize(6).endsWith("last begins", "last ends");
  }

  @Test
  void keepsTheOrderAcrossBothStreams() {
    PrintWriter results = new PrintWriter(new BufferedWriter(printed));
    PrintWriter diagnostics = new PrintWriter(new BufferedWriter(printed));
    Turn turn = new Turn(session.printingTo(results, diagnostics));
    for (String name : List.of("a", "b")) {
      turn.session().err().println(name + " warns");
      turn.session().err().flush();
      turn.session().out().println(name + " is written");
      turn.session().out().flush();
    }

    turn.begin();

    assertThat(printed.toString().lines())
        .containsExactly("a warns", "a is written", "b warns", "b is written");
  }

  @Test
  void returnsTheWorstExitCode() {
    assertThat(
            run(
                job("a", ExitCode.DIFFERENT, NOTHING),
                job("b", ExitCode.UNSUPPORTED, NOTHING),
                job("c", ExitCode.OK, NOTHING)))
        .isEqualTo(ExitCode.worse(ExitCode.DIFFERENT, ExitCode.UNSUPPORTED));
  }

  @Test
  void goesOnWhenOneFails() {
    int exitCode =
        run(
            job(
                "a",
                ExitCode.OK,
                () -> {
                  throw new IOException("disk");
                }),
            job("b", ExitCode.OK, NOTHING));

    assertThat(failures).containsExactly("a: IOException");
    assertThat(printed.toString()).contains("b ends");
    assertThat(exitCode).isEqualTo(ExitCode.INTERNAL);
  }

  @Test
  void triesAgainAloneWhatRanOutOfMemoryBesideOthers() {
    List<String> runs = Collections.synchronizedList(new ArrayList<>());

    int exitCode =
        run(
            job(
                "victim",
                ExitCode.OK,
                () -> {
                  runs.add("victim");
                  if (Collections.frequency(runs, "victim") == 1) {
                    throw new OutOfMemoryError("of somebody else's making");
                  }
                }),
            job("other", ExitCode.OK, () -> runs.add("other")));

    assertThat(runs).containsExactlyInAnyOrder("victim", "other", "victim");
    assertThat(failures).isEmpty();
    assertThat(exitCode).isEqualTo(ExitCode.OK);
  }

  @Test
  void failsWhatNeedsTooMuchMemoryAlone() {
    run(
        job(
            "hungry",
            ExitCode.OK,
            () -> {
              throw new OutOfMemoryError();
            }),
        job("other", ExitCode.OK, NOTHING));

    assertThat(failures).containsExactly("hungry: OutOfMemoryError");
    assertThat(printed.toString()).contains("other ends");
  }

  @Test
  void holdsBackWhoPrintsVeryMuchBeforeItsTurn() throws InterruptedException {
    Turn turn = new Turn(session);
    String line = "x".repeat(1_000_000);
    Thread printing =
        new Thread(
            () -> {
              for (int i = 0; i < 5; i++) {
                turn.session().out().println(line);
                turn.session().out().flush();
              }
            });
    printing.start();
    while (printing.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(printed.toString()).isEmpty();

    turn.begin();
    printing.join();
    out.flush();

    assertThat(printed.toString()).isEqualTo((line + "\n").repeat(5));
  }
}
