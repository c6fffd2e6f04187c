package dev.rulecast.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.Option;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.model.Ids;
import dev.rulecast.model.InvalidValueException;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;

/** What an exporter says of itself. */
final class InfoCheck {
  private InfoCheck() {}

  static void check(Supplier<RuleExporter> exporters) {
    RuleExporter exporter = exporters.get();
    ExporterInfo info = exporter.info();
    String advice = "info() must say the same at every call: keep it in a constant.";
    assertEquals(words(info), words(exporter.info()), advice);
    assertEquals(words(info), words(exporters.get().info()), advice);
    Ids.require(info.id());
    requireLine("title", info.title());
    requireLine("version", info.version());
    requireLine("title of the platform", info.platform().title());
    Set<String> names = new HashSet<>();
    for (Option<?> option : info.options()) {
      if (!option.name().matches("[a-z][A-Za-z0-9]*")) {
        fail("The option `%s` must be named in camelCase.".formatted(option.name()));
      }
      if (!names.add(option.name())) {
        fail("Two options are named `%s`; rename one.".formatted(option.name()));
      }
      requireLine("description of the option " + option.name(), option.description());
      requireLine("allowed values of the option " + option.name(), option.allowed());
    }
    for (String platform : info.capabilities().predefinedPlatforms()) {
      if (info.predefinedRules().getOrDefault(platform, Set.of()).isEmpty()) {
        fail(
            "The capabilities say that predefined rules of %s can be enabled, but predefinedRules"
                    .formatted(platform)
                + " knows none of their names, so that nobody's spelling is checked.");
      }
    }
  }

  /** What two infos are compared by: the parser of an option has no equality. */
  private static List<Object> words(ExporterInfo info) {
    List<List<String>> options =
        info.options().stream()
            .map(o -> List.of(o.name(), o.description(), o.allowed(), o.defaultText()))
            .toList();
    return List.of(
        info.id(),
        info.title(),
        info.version(),
        info.platform(),
        options,
        info.capabilities(),
        info.predefinedRules());
  }

  private static void requireLine(String what, String text) {
    if (text.isBlank() || !text.equals(text.strip()) || text.contains("\n")) {
      fail("The %s of the exporter must be text on one line, but is `%s`.".formatted(what, text));
    }
  }

  static void checkOptions(ExporterInfo info, Map<String, String> chosen) {
    Diagnostics diagnostics = new Diagnostics();
    OptionValues.parse(info, chosen, diagnostics);
    if (diagnostics.hasErrors()) {
      fail(
          "The exporter refuses its own defaults, or the options of this contract: "
              + diagnostics.sorted());
    }
    OptionValues.parse(info, Map.of("noSuchOption", "x"), diagnostics);
    if (!diagnostics.hasErrors()) {
      fail("The exporter takes an option noSuchOption; declare only what it takes.");
    }
    for (Option<?> option : info.options()) {
      for (String text : List.of("", "no such value \uD83D\uDD25", "-1")) {
        try {
          Object unused = option.parser().apply(text);
        } catch (InvalidValueException e) {
          // what a parser is for
        } catch (RuntimeException e) {
          fail(
              "The parser of the option `%s` threw for `%s`. Throw an InvalidValueException with a"
                      .formatted(option.name(), text)
                  + " message for the user.",
              e);
        }
      }
    }
  }

  static void checkService(RuleExporter exporter) {
    Class<?> type = exporter.getClass();
    boolean found =
        ServiceLoader.load(RuleExporter.class, type.getClassLoader()).stream()
            .anyMatch(provider -> provider.type().equals(type));
    if (!found) {
      fail(
          "ServiceLoader does not find the exporter. Put its name, %s, into the resource"
                  .formatted(type.getName())
              + " META-INF/services/"
              + RuleExporter.class.getName()
              + ".");
    }
    try {
      if (Modifier.isPublic(type.getModifiers()) && type.getConstructor() != null) {
        return;
      }
    } catch (NoSuchMethodException e) {
      // reported below
    }
    fail("The class of the exporter must be public, with a public constructor without parameters.");
  }
}
