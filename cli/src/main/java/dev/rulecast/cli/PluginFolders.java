package dev.rulecast.cli;

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

/** Loads exporter plugins from folders; never from the working directory unasked. */
final class PluginFolders {
  private PluginFolders() {}

  /**
   * A loader that sees the installed exporters and those in the folders. It stays open as long as
   * the program runs, because a plugin may load its classes late.
   *
   * @throws CommandException if a folder that the user named does not exist
   * @throws PluginException if a jar cannot be opened
   */
  static ClassLoader loader(Session session, List<Path> named) {
    List<URL> jars = new ArrayList<>();
    session
        .home()
        .map(home -> home.resolve("plugins"))
        .filter(Files::isDirectory)
        .ifPresent(folder -> jars.addAll(jars(folder)));
    for (Path folder : named) {
      if (!Files.isDirectory(folder)) {
        throw CommandException.usage(
            "The plugin folder `" + folder + "` does not exist.", "name a folder that has jars");
      }
      jars.addAll(jars(folder));
    }
    ClassLoader parent = RuleExporter.class.getClassLoader();
    return jars.isEmpty()
        ? parent
        : new URLClassLoader("plugins", jars.toArray(URL[]::new), parent);
  }

  private static List<URL> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .sorted()
          .map(PluginFolders::jar)
          .toList();
    } catch (IOException e) {
      throw new PluginException("The plugin folder " + folder + " cannot be read: " + e, e);
    }
  }

  /** A class loader would pass over a file that is no jar, and the plugin would be missed. */
  private static URL jar(Path file) {
    try {
      new ZipFile(file.toFile()).close();
      return file.toUri().toURL();
    } catch (IOException e) {
      throw new PluginException("The plugin " + file + " cannot be opened: " + e.getMessage(), e);
    }
  }
}
