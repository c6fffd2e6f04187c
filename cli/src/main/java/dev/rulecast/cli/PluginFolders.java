package dev.rulecast.cli;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.exporter.Exporters;
import dev.rulecast.exporter.PluginException;
import dev.rulecast.exporter.RuleExporter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where exporter plugins are; never in the working directory unasked. */
final class PluginFolders {
  private static final int MAX_SERVICES_BYTES = 64 * 1024;

  private final OptionSpec named =
      Options.several(Path.class, "DIR", "--plugins")
          .description(
              "Also load the exporters in the jars of this folder. They are programs: see that you"
                  + " trust them.")
          .build();

  void addTo(CommandSpec command) {
    command.addOption(named);
  }

  /**
   * The exporters on the class path, in {@code plugins/} of the distribution, and in the named
   * folders. Their loader stays open as long as the program runs, because a plugin may load its
   * classes late.
   *
   * <p>A plugin that cannot be used is a {@linkplain Exporters#problems() problem} and stops no
   * other.
   *
   * @throws CommandException if a named folder does not exist, or has no jars
   */
  Exporters exporters(Session session) {
    List<PluginException> broken = new ArrayList<>();
    List<Path> jars = new ArrayList<>();
    session
        .home()
        .map(home -> home.resolve("plugins"))
        .filter(Files::isDirectory)
        .ifPresent(folder -> jars.addAll(jars(folder)));
    for (Path folder : Options.<Path>values(named)) {
      jars.addAll(jarsOfNamed(folder));
    }
    URL[] intact = intact(jars, broken);
    ClassLoader installed = RuleExporter.class.getClassLoader();
    return Exporters.find(
            intact.length == 0 ? installed : new URLClassLoader("plugins", intact, installed))
        .withProblems(broken);
  }

  /** Tells of the plugins that cannot be used; returns the exit code that this is worth. */
  int reportProblems(Exporters exporters, Session session, CommonOptions common) {
    int exitCode = ExitCode.OK;
    for (PluginException problem : exporters.problems()) {
      exitCode = ExitCode.worse(exitCode, new Failures(session).report(problem, common));
    }
    return exitCode;
  }

  private static List<Path> jarsOfNamed(Path folder) {
    List<Path> jars = Files.isDirectory(folder) ? jars(folder) : List.of();
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

  private static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new PluginException("The plugin folder `" + folder + "` cannot be read: " + e, e);
    }
  }

  private static URL[] intact(List<Path> jars, List<PluginException> broken) {
    List<URL> intact = new ArrayList<>();
    for (Path jar : jars) {
      try {
        // A class loader passes over a jar that is broken: its exporters would be missing
        // unnoticed.
        readServices(jar);
        intact.add(jar.toUri().toURL());
      } catch (IOException e) {
        broken.add(new PluginException("The plugin `" + jar + "` cannot be opened: " + why(e), e));
      }
    }
    return intact.toArray(URL[]::new);
  }

  /** Reads what names the exporters, as far as that is sane: a bomb unpacks to gigabytes. */
  private static void readServices(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry services = zip.getEntry("META-INF/services/" + RuleExporter.class.getName());
      if (services == null) {
        return;
      }
      try (InputStream in = zip.getInputStream(services)) {
        if (in.readNBytes(MAX_SERVICES_BYTES + 1).length > MAX_SERVICES_BYTES) {
          throw new IOException("its list of exporters has more than 64 KiB");
        }
      }
    }
  }

  private static String why(IOException e) {
    return e instanceof NoSuchFileException ? "it does not exist" : String.valueOf(e.getMessage());
  }
}
