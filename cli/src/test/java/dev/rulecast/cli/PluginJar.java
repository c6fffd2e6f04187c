package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles plugins against the test's own class path, and packs them. */
final class PluginJar {
  private final Path classes;

  PluginJar(Path work) throws IOException {
    classes = Files.createDirectories(work);
  }

  /** Compiles every source below a folder. */
  PluginJar sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      compile(files.filter(file -> file.toString().endsWith(".java")).toList());
    }
    return this;
  }

  /** Compiles an exporter that is given as the body of its class, and names it as a service. */
  PluginJar exporter(String name, String body) throws IOException {
    Path source = classes.resolveSibling(classes.getFileName() + "-src").resolve(name + ".java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source,
        """
        import dev.rulecast.exporter.*;
        import dev.rulecast.model.Platform;
        import dev.rulecast.policy.Policy;
        import java.io.IOException;
        import java.io.Writer;

        public final class %s implements RuleExporter {
        %s
        }
        """
            .formatted(name, body));
    compile(List.of(source));
    return service(name);
  }

  /** Names a class as an exporter, whether there is one or not. */
  PluginJar service(String name) throws IOException {
    Path services = classes.resolve("META-INF/services/dev.rulecast.exporter.RuleExporter");
    Files.createDirectories(services.getParent());
    Files.writeString(services, name + "\n");
    return this;
  }

  private void compile(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = new ArrayList<>();
      options.addAll(List.of("-d", classes.toString(), "-proc:none", "--release", "17"));
      options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
      boolean compiled =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }

  /** Adds the files below a folder. */
  PluginJar resources(Path folder) throws IOException {
    for (Path file : filesBelow(folder)) {
      Path target = classes.resolve(folder.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
    return this;
  }

  /** Packs everything into a jar. */
  void packInto(Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path entry : filesBelow(classes)) {
        out.putNextEntry(new JarEntry(classes.relativize(entry).toString().replace('\\', '/')));
        Files.copy(entry, out);
        out.closeEntry();
      }
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
