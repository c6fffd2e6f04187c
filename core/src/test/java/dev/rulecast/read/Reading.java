package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.model.Environment;
import dev.rulecast.model.InvalidValueException;
import dev.rulecast.model.Platform;
import dev.rulecast.model.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came out of reading some documents. */
record Reading(List<RuleSet> ruleSets, Optional<Environment> environment, List<Diagnostic> found) {
  /** The platforms of these tests; one takes settings. */
  static final Map<String, Platform> PLATFORMS =
      Map.of(
          "aws-sg", Platform.of("aws-sg", "EC2 security groups"),
          "azure-nsg", Platform.of("azure-nsg", "Azure NSG rules"),
          "ansible", Platform.of("ansible", "Windows rules"),
          "storage", Platform.of("storage", "Storage rules").withSettings(StorageSettings.class));

  /** Settings of a made-up platform. */
  record StorageSettings(
      String server,
      List<String> lifs,
      Optional<String> release,
      Optional<Boolean> logging,
      Optional<Integer> priority,
      Optional<Mode> mode,
      Optional<Limits> limits,
      Optional<Zone> zone,
      Optional<List<Zone>> otherZones) {
    enum Mode {
      strict,
      open
    }

    record Limits(int rules, Optional<Integer> services) {}

    /** A type of the exporter's own that checks its text. */
    record Zone(String name) {
      public static Zone valueOf(String text) {
        if (!text.matches("[a-z]+")) {
          throw new InvalidValueException("`" + text + "` is not a zone.", "write letters");
        }
        return new Zone(text);
      }
    }

    StorageSettings {
      if (server.equals("none")) {
        throw new InvalidValueException("The server `none` does not exist.", "name another");
      }
      if (server.equals("broken")) {
        throw new IllegalStateException("a defect of the plugin");
      }
    }
  }

  static Reading ofRuleSets(Input... inputs) {
    Diagnostics diagnostics = new Diagnostics();
    return ofRuleSets(new DocumentReader(PLATFORMS, diagnostics), diagnostics, inputs);
  }

  static Reading ofRuleSets(Limits limits, Input... inputs) {
    Diagnostics diagnostics = new Diagnostics();
    return ofRuleSets(new DocumentReader(PLATFORMS, diagnostics, limits), diagnostics, inputs);
  }

  private static Reading ofRuleSets(
      DocumentReader reader, Diagnostics diagnostics, Input... inputs) {
    try {
      List<RuleSet> ruleSets = reader.ruleSets(List.of(inputs));
      return new Reading(ruleSets, Optional.empty(), diagnostics.sorted());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Reading ofEnvironment(Input input) {
    Diagnostics diagnostics = new Diagnostics();
    try {
      Optional<Environment> environment =
          new DocumentReader(PLATFORMS, diagnostics).environment(input);
      return new Reading(List.of(), environment, diagnostics.sorted());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Input input(String name, byte[] bytes) {
    Format format = Format.ofFileName(name).orElseThrow();
    return new Input(name, format, () -> new ByteArrayInputStream(bytes));
  }

  static Input input(String name, String text) {
    return input(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Input yaml(String text) {
    return input("test.yaml", text);
  }

  static Input json(String text) {
    return input("test.json", text);
  }

  RuleSet ruleSet() {
    return ruleSets.get(0);
  }

  /** The whole of what a user sees, without the file: two lines a diagnostic. */
  List<String> told(boolean withFile) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic one : found) {
      String place =
          one.location()
              .map(l -> withFile ? l.toString() : l.line() + ":" + l.column())
              .orElse("-");
      lines.add("%s: %s: %s [%s]".formatted(place, one.severity().word(), one.message(), one.id()));
      lines.add("    hint: " + one.hint().orElse("NONE"));
    }
    return lines;
  }
}
