package dev.rulecast.cli;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.exporter.Exporters;
import dev.rulecast.exporter.PluginException;
import dev.rulecast.exporter.RuleExporter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import picocli.CommandLine.Option;

/** Where exporter plugins are; never in the working directory unasked. */
final class PluginFolders {
  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description =
          "Also load the exporters in the jars of this folder. They are programs: see that you trust them.")
  private List<Path> named = new ArrayList<>();

  /**
   * The exporters on the class path, in {@code plugins/} of the distribution, and in the named
   * folders. Their loader stays open as long as the program runs, because a plugin may load its
   * classes late.
   *
   * @throws CommandException if a named folder does not exist, or has no jars
   * @throws PluginException if an exporter cannot be loaded
   */
  Exporters exporters(Session session) {
    List<URL> jars = new ArrayList<>();
    session
        .home()
        .map(home -> home.resolve("plugins"))
        .filter(Files::isDirectory)
        .ifPresent(folder -> jars.addAll(jars(folder)));
    for (Path folder : named) {
      jars.addAll(jarsOfNamed(folder));
    }
    ClassLoader installed = RuleExporter.class.getClassLoader();
    return Exporters.find(
        jars.isEmpty()
            ? installed
            : new URLClassLoader("plugins", jars.toArray(URL[]::new), installed));
  }

  private static List<URL> jarsOfNamed(Path folder) {
    List<URL> jars = Files.isDirectory(folder) ? jars(folder) : List.of();
    if (jars.isEmpty()) {
      String name = UserText.quote(folder.toString());
      throw CommandException.usage(
          Files.isDirectory(folder)
              ? "The plugin folder " + name + " has no jars."
              : "There is no plugin folder " + name + ".",
          "name a folder that has jars");
    }
    return jars;
  }

  private static List<URL> jars(Path folder) {
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().endsWith(".jar")) {
          jars.add(jar(file));
        }
      }
      return jars;
    } catch (IOException e) {
      throw new PluginException("The plugin folder `" + folder + "` cannot be read: " + e, e);
    }
  }

  private static URL jar(Path file) {
    try {
      // A class loader passes over a jar that is broken: its exporters would be missing unnoticed.
      new ZipFile(file.toFile()).close();
      return file.toUri().toURL();
    } catch (IOException e) {
      throw new PluginException("The plugin `" + file + "` cannot be opened: " + e.getMessage(), e);
    }
  }
}
