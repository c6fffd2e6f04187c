package dev.rulecast.fuzz;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.Exporters;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.model.Environment;
import dev.rulecast.model.RuleSet;
import dev.rulecast.policy.Binder;
import dev.rulecast.policy.Policy;
import dev.rulecast.read.DocumentReader;
import dev.rulecast.read.Format;
import dev.rulecast.read.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The installed exporters, and documents as they are read for all of them. */
final class Installed {
  /** The day for which expiry is judged. */
  static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  private static final Exporters EXPORTERS = Exporters.find(Installed.class.getClassLoader());

  private Installed() {}

  static Exporters all() {
    Claim.equal(EXPORTERS.problems(), List.of(), "problems with exporters");
    Claim.that(EXPORTERS.byId().size() == 6, "not all exporters", EXPORTERS.byId().keySet());
    return EXPORTERS;
  }

  static SortedMap<String, RuleExporter> exporters() {
    return all().byId();
  }

  static List<RuleSet> ruleSets(byte[] text, Format format, Diagnostics diagnostics) {
    try {
      return reader(diagnostics).ruleSets(List.of(input("rules", text, format)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<Environment> environment(byte[] text, Format format, Diagnostics diagnostics) {
    try {
      return reader(diagnostics).environment(input("environment", text, format));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DocumentReader reader(Diagnostics diagnostics) {
    return new DocumentReader(all().platforms(), diagnostics);
  }

  private static Input input(String name, byte[] text, Format format) {
    return new Input(name, format, () -> new ByteArrayInputStream(text));
  }

  static Policy bind(List<RuleSet> ruleSets, Environment environment, Diagnostics diagnostics) {
    return new Binder(all().platforms().values(), TODAY, diagnostics).bind(ruleSets, environment);
  }

  /** A resource of the class path, such as one of the examples. */
  static byte[] resource(String name) {
    try (InputStream stream = Installed.class.getClassLoader().getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("There is no resource " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
