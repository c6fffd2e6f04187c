package dev.rulecast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rulecast.cli.Cli.Result;
import dev.rulecast.exporter.RuleExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One run with many jars, each broken in its own way, beside a right one. */
class BrokenJarsTest {
  private static final String SERVICES = "META-INF/services/" + RuleExporter.class.getName();

  @TempDir static Path temp;
  private static Path plugins;
  private static Result result;

  @BeforeAll
  static void run() throws IOException {
    plugins = temp.resolve("plugins");
    TestExporters.plugin(plugins, TestExporters.Simple.class);
    byte[] good = Files.readAllBytes(plugins.resolve("plugin.jar"));
    write("empty.jar", new byte[0]);
    write("cut.jar", Arrays.copyOf(good, good.length / 2));
    write(
        "noise.jar",
        noisy(jar(Map.of(SERVICES, "com.example.Noise\n".repeat(50).getBytes(UTF_8)))));
    Files.createDirectory(plugins.resolve("folder.jar"));
    Files.createSymbolicLink(plugins.resolve("nowhere.jar"), temp.resolve("nowhere"));
    write("bomb.jar", jar(Map.of(SERVICES, new byte[100_000_000])));
    service("words.jar", "these are no classes");
    service("missing.jar", "com.example.Missing");
    service("other.jar", Cli.class.getName());
    service("part.jar", RuleExporter.class.getName());
    // A class that no class loader but the JVM's own may define.
    classes("forbidden.jar", "java.forbidden.Exporter", new byte[] {1});
    byte[] simple = bytes(TestExporters.Simple.class);
    classes("torn.jar", "com.example.Torn", Arrays.copyOf(simple, simple.length / 2));
    classes("renamed.jar", "com.example.Renamed", simple);
    byte[] future = simple.clone();
    future[6] = 0x7F; // the class file version
    classes("future.jar", "com.example.Future", future);
    Path rules = Documents.write(temp, "rules.yaml", Documents.EXACT);
    result = new Cli().run("export", "--plugins", plugins, "-o", temp.resolve("iac"), rules);
  }

  private static void write(String name, byte[] bytes) throws IOException {
    Files.write(plugins.resolve(name), bytes);
  }

  private static void service(String jar, String line) throws IOException {
    write(jar, jar(Map.of(SERVICES, line.getBytes(UTF_8))));
  }

  private static void classes(String jar, String name, byte[] bytes) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(SERVICES, name.getBytes(UTF_8));
    entries.put(name.replace('.', '/') + ".class", bytes);
    write(jar, jar(entries));
  }

  private static byte[] jar(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** A jar whose table of contents is right, and whose first entry is not what was packed. */
  private static byte[] noisy(byte[] jar) {
    int start = 30 + SERVICES.length();
    Arrays.fill(jar, start, start + 10, (byte) 0xFF);
    return jar;
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream in =
        type.getClassLoader().getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }

  static Stream<Arguments> broken() {
    String opened = " cannot be opened: ";
    String loaded = "An exporter plugin cannot be loaded: ";
    return Stream.of(
        arguments("empty", "empty.jar`" + opened),
        arguments("cut", "cut.jar`" + opened),
        arguments("a folder", "folder.jar`" + opened),
        arguments("a link to nowhere", "nowhere.jar`" + opened + "it does not exist [plugin]"),
        arguments("noise", "noise.jar`" + opened),
        arguments(
            "bomb", "bomb.jar`" + opened + "its list of exporters has more than 64 KiB [plugin]"),
        arguments("words", "words.jar!/META-INF/services"),
        arguments("missing", "Provider com.example.Missing not found"),
        arguments("another type", "dev.rulecast.cli.Cli not a subtype"),
        arguments("an interface", RuleExporter.class.getName() + " Unable to get public no-arg"),
        arguments("forbidden", loaded + "java.lang.SecurityException: Prohibited package name"),
        arguments("torn", loaded + "java.lang.ClassFormatError: "),
        arguments("renamed", loaded + "java.lang.NoClassDefFoundError: com/example/Renamed"),
        arguments("future", loaded + "java.lang.UnsupportedClassVersionError: "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void isTold(String what, String message) {
    assertThat(result.err()).as(what).contains(message);
  }

  @Test
  void isToldOnceEach() {
    List<String> errors = result.err().lines().filter(l -> l.startsWith("error: ")).toList();

    assertThat(errors).hasSize((int) broken().count()).allMatch(l -> l.endsWith(" [plugin]"));
  }

  @Test
  void stopsNoOther() {
    assertThat(result.exitCode()).isEqualTo(ExitCode.INTERNAL);
    assertThat(temp.resolve("iac/simple/simple.txt")).isRegularFile();
    assertThat(temp.resolve("iac/terraform/main.tf")).isRegularFile();
  }
}
