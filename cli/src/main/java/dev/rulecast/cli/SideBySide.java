package dev.rulecast.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs on all processors. What they print reads as if one had run after the other.
 *
 * <p>Memory is what they share: when it ends, it ends for all. So a job that ran out of it beside
 * others gets a second chance alone, in which only that one fails that needs too much by itself.
 */
final class SideBySide {
  private final Session session;
  private final Progress progress;
  private final int processors;

  SideBySide(Session session, Progress progress, int processors) {
    this.session = session;
    this.progress = progress;
    this.processors = processors;
  }

  /** Something that can be done beside others. */
  interface Job {
    /** For the line that tells of the progress. */
    String name();

    /** Does it, and returns the exit code that this is worth. */
    int run(Session printing) throws IOException;

    /** Tells what went wrong, and returns the exit code that this is worth. */
    int failed(Throwable e, Session printing);
  }

  /** Runs all; what one of them throws stops no other. Returns the worst exit code. */
  int run(List<Job> jobs) {
    int threads = Math.min(jobs.size(), processors);
    return threads > 1 ? sideBySide(jobs, threads) : oneByOne(jobs);
  }

  private int oneByOne(List<Job> jobs) {
    int exitCode = ExitCode.OK;
    for (Job job : jobs) {
      progress.at(job.name());
      try {
        exitCode = ExitCode.worse(exitCode, job.run(session));
      } catch (IOException | RuntimeException | Error e) {
        exitCode = ExitCode.worse(exitCode, job.failed(e, session));
      }
    }
    return exitCode;
  }

  private int sideBySide(List<Job> jobs, int threads) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Turn> turns = new ArrayList<>();
      List<FutureTask<Integer>> results = new ArrayList<>();
      for (Job job : jobs) {
        Turn turn = new Turn(session);
        turns.add(turn);
        results.add(new FutureTask<>(() -> job.run(turn.session())));
      }
      // One thread goes forward, so that there always is one whose turn to print has come. The
      // others go backward: a run is as long as its longest job, which should not begin late, and
      // Terraform's, which write most, come last.
      Deque<FutureTask<Integer>> open = new ConcurrentLinkedDeque<>(results);
      pool.execute(() -> work(open::pollFirst));
      for (int i = 1; i < threads; i++) {
        pool.execute(() -> work(open::pollLast));
      }
      int exitCode = ExitCode.OK;
      List<Job> again = new ArrayList<>();
      for (int i = 0; i < jobs.size(); i++) {
        Job job = jobs.get(i);
        progress.at(job.name());
        turns.get(i).begin();
        try {
          exitCode = ExitCode.worse(exitCode, results.get(i).get());
        } catch (ExecutionException e) {
          Throwable failure = e.getCause() == null ? e : e.getCause();
          if (isForMemory(failure)) {
            again.add(job);
          } else {
            exitCode = ExitCode.worse(exitCode, job.failed(failure, session));
          }
        }
      }
      return ExitCode.worse(exitCode, oneByOne(again));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERNAL;
    } finally {
      pool.shutdownNow();
    }
  }

  private static void work(Supplier<@Nullable FutureTask<Integer>> next) {
    for (FutureTask<Integer> task = next.get(); task != null; task = next.get()) {
      task.run();
    }
  }

  private static boolean isForMemory(Throwable failure) {
    return failure instanceof OutOfMemoryError || failure.getCause() instanceof OutOfMemoryError;
  }
}
