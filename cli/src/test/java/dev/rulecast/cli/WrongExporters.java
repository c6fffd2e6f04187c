package dev.rulecast.cli;

import dev.rulecast.exporter.Capabilities;
import dev.rulecast.exporter.Demand;
import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.Option;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.model.Platform;
import dev.rulecast.policy.Policy;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Exporters each of which does one thing wrong. Their classes are packed into plugins. */
final class WrongExporters {
  /** The output folder of the run, for those that interfere with it. */
  static final String OUTPUT = "rulecast.test.output";

  private WrongExporters() {}

  /** Right, but for what a subclass does. */
  public abstract static class Wrong implements RuleExporter {
    private final String id;

    Wrong(String id) {
      this.id = id;
    }

    @Override
    public ExporterInfo info() {
      Platform platform = Platform.of(id, "test rules");
      return ExporterInfo.of(id, "Wrong", "1.0", platform, Capabilities.exact());
    }

    /** The folder that it is not to know. */
    final Path folder() {
      return Path.of(System.getProperty(OUTPUT), id);
    }

    static void writeAll(ExportContext context) throws IOException {
      context.demands().forEach(context::written);
      write(context, "rules.txt");
    }

    static void write(ExportContext context, String path) throws IOException {
      try (Writer file = context.file(path)) {
        file.write("rules\n");
      }
    }
  }

  /** Its constructor throws. */
  public static final class InConstructor extends Wrong {
    /** Throws. */
    public InConstructor() {
      super("x-constructor");
      throw new AssertionError("constructor");
    }

    @Override
    public void export(Policy policy, ExportContext context) {}
  }

  /** Its class cannot be initialized. */
  public static final class InStatic extends Wrong {
    private static final int NUMBER = Integer.parseInt("static");

    /** Never made. */
    public InStatic() {
      super("x-static" + NUMBER);
    }

    @Override
    public void export(Policy policy, ExportContext context) {}
  }

  /** Says nothing of itself. */
  public static final class InInfo extends Wrong {
    /** Made as any other. */
    public InInfo() {
      super("x-info");
    }

    @Override
    @SuppressWarnings("NullAway")
    public ExporterInfo info() {
      return null;
    }

    @Override
    public void export(Policy policy, ExportContext context) {}
  }

  /** Asked once, it answers, and no second time. */
  public static final class InSecondInfo extends Wrong {
    private boolean asked;

    /** Made as any other. */
    public InSecondInfo() {
      super("x-second");
    }

    @Override
    public ExporterInfo info() {
      if (asked) {
        throw new IllegalStateException("asked again");
      }
      asked = true;
      return super.info();
    }

    @Override
    public void export(Policy policy, ExportContext context) {
      throw new IllegalStateException("but it runs");
    }
  }

  /** Cannot read the default of its own option. */
  public static final class InOption extends Wrong {
    /** Made as any other. */
    public InOption() {
      super("x-option");
    }

    @Override
    public ExporterInfo info() {
      return super.info()
          .withOptions(
              new Option<>(
                  "size",
                  "How large.",
                  "a number",
                  "ten",
                  text -> {
                    throw new NumberFormatException(text);
                  }));
    }

    @Override
    public void export(Policy policy, ExportContext context) {}
  }

  /** Throws what the compiler would not let it. */
  public static final class Checked extends Wrong {
    /** Made as any other. */
    public Checked() {
      super("x-checked");
    }

    @Override
    public void export(Policy policy, ExportContext context) {
      throw sneak(new Exception("checked"));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneak(Throwable thrown) throws T {
      throw (T) thrown;
    }
  }

  /** Throws an IOException that is none of the disk's. */
  public static final class OwnIo extends Wrong {
    /** Made as any other. */
    public OwnIo() {
      super("x-io");
    }

    @Override
    public void export(Policy policy, ExportContext context) throws IOException {
      throw new IOException("no template");
    }
  }

  /** Throws an error, in the midst of a file. */
  public static final class Failing extends Wrong {
    /** Made as any other. */
    public Failing() {
      super("x-error");
    }

    @Override
    public void export(Policy policy, ExportContext context) throws IOException {
      context.file("half.txt").write("half");
      throw new AssertionError("error");
    }
  }

  /** Exhausts the stack. */
  public static final class Recursive extends Wrong {
    /** Made as any other. */
    public Recursive() {
      super("x-stack");
    }

    @Override
    public void export(Policy policy, ExportContext context) {
      export(policy, context);
    }
  }

  /** Does nothing. */
  public static final class Idle extends Wrong {
    /** Made as any other. */
    public Idle() {
      super("x-idle");
    }

    @Override
    public void export(Policy policy, ExportContext context) {}
  }

  /** Forgets one demand. */
  public static final class Forgetful extends Wrong {
    /** Made as any other. */
    public Forgetful() {
      super("x-forget");
    }

    @Override
    public void export(Policy policy, ExportContext context) throws IOException {
      List<Demand> demands = context.demands();
      demands.subList(0, demands.size() - 1).forEach(context::written);
      write(context, "rules.txt");
    }
  }

  /** Accounts for one demand twice. */
  public static final class Twice extends Wrong {
    /** Made as any other. */
    public Twice() {
      super("x-twice");
    }

    @Override
    public void export(Policy policy, ExportContext context) throws IOException {
      writeAll(context);
      context.written(context.demands().get(0));
    }
  }

  /** Is wider than it says that it is. */
  public static final class Wider extends Wrong {
    /** Made as any other. */
    public Wider() {
      super("x-wider");
    }

    @Override
    public void export(Policy policy, ExportContext context) {
      Outcome wider = Outcome.wider(Set.of(Dimension.SOURCE_PORTS), "it has none");
      context.demands().forEach(demand -> context.outcome(demand, wider));
    }
  }

  /** Gives nothing where something is wanted. */
  public static final class Nulls extends Wrong {
    /** Made as any other. */
    public Nulls() {
      super("x-null");
    }

    @Override
    @SuppressWarnings("NullAway")
    public void export(Policy policy, ExportContext context) throws IOException {
      writeAll(context);
      context.warning(null);
    }
  }

  /** Says and writes what is not Unicode. */
  public static final class Torn extends Wrong {
    /** Made as any other. */
    public Torn() {
      super("x-unicode");
    }

    @Override
    public void export(Policy policy, ExportContext context) throws IOException {
      context.demands().forEach(context::written);
      try (Writer file = context.file("rules.txt")) {
        file.write("\uD800");
      }
    }
  }

  /** Leaves a file open. */
  public static final class Open extends Wrong {
    /** Made as any other. */
    public Open() {
      super("x-open");
    }

    @Override
    public void export(Policy policy, ExportContext context) throws IOException {
      writeAll(context);
      context.file("open.txt").write("open");
    }
  }

  /** Catches that a path is refused, and goes on. */
  public abstract static class Paths extends Wrong {
    private final String path;

    Paths(String id, String path) {
      super(id);
      this.path = path;
    }

    @Override
    public void export(Policy policy, ExportContext context) throws IOException {
      writeAll(context);
      try {
        write(context, path);
      } catch (RuntimeException e) {
        // As if nothing had been.
      }
    }
  }

  /** Leaves its folder. */
  public static final class Climber extends Paths {
    /** Made as any other. */
    public Climber() {
      super("x-climb", "../../x");
    }
  }

  /** Begins at the root. */
  public static final class Absolute extends Paths {
    /** Made as any other. */
    public Absolute() {
      super("x-absolute", "/tmp/x");
    }
  }

  /** Has a NUL in a path. */
  public static final class Nul extends Paths {
    /** Made as any other. */
    public Nul() {
      super("x-nul", "a\0b");
    }
  }

  /** Names a device of Windows. */
  public static final class Device extends Paths {
    /** Made as any other. */
    public Device() {
      super("x-device", "con.txt");
    }
  }

  /** Writes the manifest itself. */
  public static final class Manifest extends Paths {
    /** Made as any other. */
    public Manifest() {
      super("x-manifest", ".rulecast.json");
    }
  }

  /** Puts a link to elsewhere where its file will be. */
  public static final class Linked extends Wrong {
    /** Made as any other. */
    public Linked() {
      super("x-link");
    }

    @Override
    public void export(Policy policy, ExportContext context) throws IOException {
      writeAll(context);
      Files.createSymbolicLink(folder().resolve("out"), folder().resolveSibling("elsewhere"));
      write(context, "out/rules.txt");
    }
  }

  /** Removes its folder while it writes to it. */
  public static final class Remover extends Wrong {
    /** Made as any other. */
    public Remover() {
      super("x-remove");
    }

    @Override
    public void export(Policy policy, ExportContext context) throws IOException {
      writeAll(context);
      List<Path> all;
      try (Stream<Path> paths = Files.walk(folder())) {
        all = paths.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : all) {
        Files.delete(path);
      }
    }
  }
}
