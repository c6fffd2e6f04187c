package dev.rulecast.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs commands and measures them from outside. On Linux the processor time is that of the process
 * and its children, to 10 ms, and the peak of memory is the kernel's. Elsewhere both are what was
 * last seen of the process, to some 10 ms.
 */
final class Processes {
  private static final Path OWN_STATISTICS = Path.of("/proc/self/stat");
  private static final double TICKS_PER_SECOND = 100;

  /** Long runs are looked at less often. */
  private static final long MOST_OFTEN_MILLIS = 5;

  private static final long LEAST_OFTEN_MILLIS = 100;

  private final Path folder;

  /** Commands are run in a folder, and what they print is kept there. */
  Processes(Path folder) {
    this.folder = folder;
  }

  /**
   * What a command took.
   *
   * @param seconds from start to end
   * @param cpuSeconds of all processors together
   * @param peakBytes of memory; resident, and shared pages count
   * @param exitCode as the command ended
   * @param out what it printed to standard output
   * @param err what it printed to standard error
   */
  record Run(
      double seconds, double cpuSeconds, long peakBytes, int exitCode, String out, String err) {}

  /** Runs a command, with more variables in its environment. */
  Run run(List<String> command, Map<String, String> variables) throws IOException {
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(variables);
    double cpuBefore = cpuOfChildren();
    long start = System.nanoTime();
    Process process = builder.start();
    long peak = 0;
    double cpuSeen = 0;
    try {
      for (long pause = MOST_OFTEN_MILLIS; !process.waitFor(pause, TimeUnit.MILLISECONDS); ) {
        peak = Math.max(peak, residentBytes(process.pid()));
        cpuSeen = process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
        double elapsed = (System.nanoTime() - start) / 1e6;
        pause = Math.max(MOST_OFTEN_MILLIS, Math.min(LEAST_OFTEN_MILLIS, (long) elapsed / 100));
      }
    } catch (InterruptedException e) {
      process.destroy();
      throw new IllegalStateException(e);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = Files.exists(OWN_STATISTICS) ? cpuOfChildren() - cpuBefore : cpuSeen;
    return new Run(
        seconds, cpu, peak, process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Of the children that have ended, and of theirs. */
  private static double cpuOfChildren() throws IOException {
    if (!Files.exists(OWN_STATISTICS)) {
      return 0;
    }
    String statistics = Files.readString(OWN_STATISTICS);
    // The second field is a name in brackets; the 16th and 17th are the times.
    String[] fields = statistics.substring(statistics.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
  }

  private static long residentBytes(long pid) throws IOException {
    Path status = Path.of("/proc", "" + pid, "status");
    if (!Files.exists(OWN_STATISTICS)) {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", "" + pid).start();
      return kibibytes(new String(ps.getInputStream().readAllBytes(), UTF_8));
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .findFirst()
          .map(Processes::kibibytes)
          .orElse(0L);
    } catch (IOException | UncheckedIOException e) {
      return 0; // It has just ended.
    }
  }

  private static long kibibytes(String text) {
    String digits = text.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits) * 1024;
  }
}
