package dev.rulecast.cli;

import dev.rulecast.exporter.Capabilities;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.model.Platform;
import dev.rulecast.policy.Policy;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Exporters for tests, and how to make a plugin of them. */
final class TestExporters {
  private TestExporters() {}

  /** Writes a file and expresses everything. */
  public static final class Simple implements RuleExporter {
    @Override
    public ExporterInfo info() {
      Platform platform = Platform.of("simple", "simple rules");
      return ExporterInfo.of("simple", "Simple", "1.0", platform, Capabilities.exact());
    }

    @Override
    public void export(Policy policy, ExportContext context) throws IOException {
      context.demands().forEach(context::written);
      try (Writer file = context.file("simple.txt")) {
        file.write("simple\n");
      }
    }
  }

  /** Fails, with a message that a terminal would act upon. */
  public static final class Broken implements RuleExporter {
    @Override
    public ExporterInfo info() {
      Platform platform = Platform.of("broken", "broken rules");
      return ExporterInfo.of("broken", "Broken", "1.0", platform, Capabilities.exact());
    }

    @Override
    public void export(Policy policy, ExportContext context) throws IOException {
      try (Writer file = context.file("half.txt")) {
        file.write("half of it\n");
      }
      throw new IllegalStateException("\u001B[31mred\u001B[0m \u202Egnorw");
    }
  }

  /** Manages nothing that does not ask for it. */
  public static final class Elsewhere implements RuleExporter {
    /** Its settings. */
    public record Settings(String place) {}

    @Override
    public ExporterInfo info() {
      Platform platform =
          new Platform("elsewhere", "rules elsewhere", java.util.Optional.of(Settings.class), true);
      return ExporterInfo.of("elsewhere", "Elsewhere", "1.0", platform, Capabilities.exact());
    }

    @Override
    public void export(Policy policy, ExportContext context) {
      context.demands().forEach(context::written);
    }
  }

  /** Exhausts the stack. */
  public static final class Endless implements RuleExporter {
    @Override
    public ExporterInfo info() {
      Platform platform = Platform.of("endless", "endless rules");
      return ExporterInfo.of("endless", "Endless", "1.0", platform, Capabilities.exact());
    }

    @Override
    public void export(Policy policy, ExportContext context) throws IOException {
      export(policy, context);
    }
  }

  /** Takes memory without end. It runs before the exporters that come with rulecast. */
  public static final class Hungry implements RuleExporter {
    private static final int MEBIBYTE = 1 << 20;

    @Override
    public ExporterInfo info() {
      Platform platform = Platform.of("a-hungry", "hungry rules");
      return ExporterInfo.of("a-hungry", "Hungry", "1.0", platform, Capabilities.exact());
    }

    @Override
    public void export(Policy policy, ExportContext context) {
      List<byte[]> taken = new ArrayList<>();
      while (taken.size() < Integer.MAX_VALUE) {
        taken.add(new byte[MEBIBYTE]);
      }
    }
  }

  /** Makes a jar of some of these in a folder, and returns the folder. */
  @SafeVarargs
  static Path plugin(Path folder, Class<? extends RuleExporter>... exporters) throws IOException {
    List<Class<? extends RuleExporter>> all = new ArrayList<>();
    for (Class<? extends RuleExporter> exporter : exporters) {
      all.add(exporter);
    }
    return plugin(folder, all);
  }

  /** The same for many. */
  static Path plugin(Path folder, List<Class<? extends RuleExporter>> exporters)
      throws IOException {
    Files.createDirectories(folder);
    Path jar = folder.resolve("plugin.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("META-INF/services/" + RuleExporter.class.getName()));
      for (Class<?> exporter : exporters) {
        out.write((exporter.getName() + "\n").getBytes());
      }
      for (Class<?> exporter : exporters) {
        String resource = exporter.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(resource));
        try (var bytes = exporter.getClassLoader().getResourceAsStream(resource)) {
          bytes.transferTo(out);
        }
      }
    }
    return folder;
  }
}
