package dev.rulecast.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs a contract's exporter in a JVM of its own: with other hash orders, another locale, time zone
 * and character set.
 */
final class AnotherJvm {
  private static final int MAX_MINUTES = 5;

  private AnotherJvm() {}

  /** The SHA-256 of every file of every fixture, as another JVM has them. */
  static SortedMap<String, String> digests(Class<? extends ExporterContract> contract)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("rulecast-testkit");
    Path out = folder.resolve("digests");
    Path log = folder.resolve("log");
    try {
      ProcessBuilder java =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-Duser.language=tr",
              "-Duser.country=TR",
              "-Duser.timezone=Pacific/Kiritimati",
              "-Dfile.encoding=ISO-8859-1",
              AnotherJvm.class.getName(),
              contract.getName(),
              out.toString());
      java.environment().put("CLASSPATH", System.getProperty("java.class.path"));
      Process process = java.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      boolean ended = process.waitFor(MAX_MINUTES, TimeUnit.MINUTES);
      if (!ended || process.exitValue() != 0) {
        process.destroyForcibly();
        fail(
            "The exporter does not run in another JVM; the contract needs a constructor without"
                + " parameters:\n"
                + Files.readString(log, StandardCharsets.ISO_8859_1));
      }
      SortedMap<String, String> digests = new TreeMap<>();
      for (String line : Files.readAllLines(out)) {
        int space = line.indexOf(' ');
        digests.put(line.substring(space + 1), line.substring(0, space));
      }
      return digests;
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(log);
      Files.delete(folder);
    }
  }

  /** The other JVM: the class of a contract, and the file for the digests. */
  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    Constructor<? extends ExporterContract> constructor =
        Class.forName(args[0]).asSubclass(ExporterContract.class).getDeclaredConstructor();
    constructor.setAccessible(true);
    List<String> lines =
        constructor.newInstance().digests().entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .toList();
    Files.write(Path.of(args[1]), lines);
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
