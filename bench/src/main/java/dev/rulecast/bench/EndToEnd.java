package dev.rulecast.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Measures the distribution; {@code bench/run} starts this. */
public final class EndToEnd {
  private static final List<String> PARTS =
      List.of("start-up", "wide", "deep", "templates", "product");

  private EndToEnd() {}

  /** The most rules, then the parts to measure, or none for all. */
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    int limit = Integer.parseInt(args[0]);
    List<String> named = List.of(args).subList(1, args.length);
    List<String> parts = named.isEmpty() ? PARTS : named;
    if (!PARTS.containsAll(parts)) {
      System.err.println("The parts are " + String.join(", ", PARTS) + ".");
      System.exit(2);
    }
    Path root = Path.of("").toAbsolutePath();
    Path work = Path.of(System.getProperty("rulecast.work")).toAbsolutePath();
    Folders.delete(work);
    Files.createDirectories(work);
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    Distribution distribution =
        new Distribution(root.resolve("cli/target/quick/rulecast/rulecast"), work);
    machine(out);
    if (parts.contains("start-up")) {
      new StartUp(distribution, root.resolve("examples"), out).measure();
    }
    Scale scale = new Scale(distribution, limit, out);
    for (Shape shape : Shape.values()) {
      if (parts.contains(shape.name().toLowerCase(Locale.ROOT))) {
        scale.measure(shape);
      }
    }
    if (parts.contains("templates")) {
      scale.templates();
    }
    if (parts.contains("product")) {
      scale.product();
    }
    Folders.delete(work);
  }

  private static void machine(PrintStream out) throws IOException {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    out.printf(
        "%s: %s processors (%s), %.0f GB, %s %s, Java %s; load %.1f before.%n",
        LocalDate.now(ZoneOffset.UTC),
        system.getAvailableProcessors(),
        String.join(", ", models()),
        system.getTotalMemorySize() / 1e9,
        system.getName(),
        system.getArch(),
        Runtime.version(),
        system.getSystemLoadAverage());
  }

  private static Set<String> models() throws IOException {
    Path cpus = Path.of("/proc/cpuinfo");
    Set<String> models = new TreeSet<>();
    if (Files.exists(cpus)) {
      for (String line : Files.readAllLines(cpus)) {
        if (line.startsWith("model name")) {
          models.add(line.substring(line.indexOf(':') + 1).strip());
        }
      }
    }
    return models;
  }
}
