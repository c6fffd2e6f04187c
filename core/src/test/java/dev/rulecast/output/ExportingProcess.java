package dev.rulecast.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Exports or holds a folder in a process of its own. */
@SuppressWarnings("try") // the folder is open for the sake of its lock
final class ExportingProcess {
  private static final int FILES = 60;

  private ExportingProcess() {}

  /** Exports the two states in turn without end, or holds the lock until it is killed. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path dir = Path.of(args[1]);
    if (args[0].equals("hold")) {
      OutputFolder.open(dir, Exports.ID);
      System.out.println("ready");
      TimeUnit.DAYS.sleep(1);
    }
    if (args[0].equals("try")) {
      tryOnce(dir);
      return;
    }
    for (int round = 0; round < Integer.MAX_VALUE; round++) {
      export(dir, state(round % 2 == 0));
    }
  }

  /** Tells of each step with a character. */
  private static void export(Path dir, Map<String, String> files) throws IOException {
    Checkpoint tell = change -> tell('c');
    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID, tell)) {
      for (var file : files.entrySet()) {
        tell('s');
        Exports.stage(folder.staging(), Map.of(file.getKey(), file.getValue()));
      }
      folder.commit(Exports.result(Map.of()), false);
    }
  }

  private static void tell(char step) {
    System.out.print(step);
    System.out.flush();
  }

  private static void tryOnce(Path dir) throws IOException {
    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      System.out.println("opened");
    } catch (FolderLockedException e) {
      System.out.println("locked");
    }
  }

  /** One of two states that differ in contents, files and folders. */
  static Map<String, String> state(boolean first) {
    Map<String, String> files = new TreeMap<>();
    String content = first ? "first" : "second";
    for (int i = 0; i < FILES; i++) {
      files.put("same/" + i + ".tf", "same");
      files.put("changes/" + i + ".tf", content);
      files.put(content + "/" + i % 7 + "/" + i + ".tf", content);
    }
    files.put(first ? "x" : "x/y", content);
    return files;
  }

  /** Starts the process. Its output tells how far it is. */
  static Process start(String what, Path dir) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ExportingProcess.class.getName(),
            what,
            dir.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
