package dev.rulecast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The distribution under measurement, and what stands in for it to compare. */
final class Distribution {
  private static final String OPTIONS = "RULECAST_JAVA_OPTS";

  private final Path home;
  private final Path work;
  private final Processes processes;

  /** The distribution in a folder; commands are run in another. */
  Distribution(Path home, Path work) throws IOException {
    this.home = home;
    this.work = work;
    this.processes = new Processes(work);
    writeArguments(BareParse.class);
    writeArguments(EmptyMain.class);
  }

  /** The folder where commands are run. */
  Path work() {
    return work;
  }

  /** Runs rulecast. */
  Processes.Run rulecast(List<?> arguments) throws IOException {
    return processes.run(launcher(arguments), Map.of());
  }

  /**
   * Runs another class by the launcher of the distribution, hence with its flags and its class data
   * archive: the options that the user may add name a class, and what the launcher says after them
   * becomes the first three of the arguments.
   */
  Processes.Run standIn(Class<?> main, List<?> arguments) throws IOException {
    String options = System.getenv().getOrDefault(OPTIONS, "");
    return processes.run(
        launcher(arguments), Map.of(OPTIONS, options + " @" + main.getSimpleName()));
  }

  /** Runs an empty class by Java alone. */
  Processes.Run emptyMain() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return processes.run(
        List.of(java.toString(), "-cp", own().toString(), EmptyMain.class.getName()), Map.of());
  }

  private List<String> launcher(List<?> arguments) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/rulecast").toString());
    arguments.forEach(argument -> command.add(argument.toString()));
    return command;
  }

  private void writeArguments(Class<?> main) throws IOException {
    Files.writeString(
        work.resolve(main.getSimpleName()),
        "-cp \"%s\" %s\n".formatted(classPath().replace("\\", "\\\\"), main.getName()));
  }

  /** The launcher's, on which the archive depends, and our own at the end. */
  private String classPath() throws IOException {
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      String all = jars.map(Path::toString).sorted().collect(Collectors.joining(":"));
      return all + ":" + own();
    }
  }

  private static Path own() {
    return Path.of(System.getProperty("rulecast.bench.classes"));
  }
}
