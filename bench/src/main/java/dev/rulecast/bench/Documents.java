package dev.rulecast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule set and its environment, as {@code GenerateRules} writes them.
 *
 * @param folder where they are
 * @param flows how many flows its rules are
 */
record Documents(Path folder, int flows) {
  /** So many rules, one flow each. */
  static Documents of(Shape shape, int rules, int addresses) throws IOException {
    return of(rules, shape.rulesOfPair(rules, addresses), addresses);
  }

  /** So many rules, one flow each, with as many for each pair of endpoints. */
  static Documents of(int rules, int rulesOfPair, int addresses) throws IOException {
    Path folder = root().resolve(rules + "-" + rulesOfPair + "-" + addresses);
    generate(folder, "" + rules, folder.toString(), "" + rulesOfPair, "" + addresses);
    return new Documents(folder, rules);
  }

  /** One rule of 50 sources, 50 destinations and 40 ranges of ports. */
  static Documents product() throws IOException {
    Path folder = root().resolve("product");
    generate(folder, "product", folder.toString());
    return new Documents(folder, 100_000);
  }

  private static Path root() {
    return Path.of(required("rulecast.documents"));
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("Without " + property + "; start bench/jmh or bench/run.");
    }
    return value;
  }

  private static void generate(Path folder, String... args) throws IOException {
    if (Files.exists(folder.resolve("environment.yaml"))) {
      return;
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(required("rulecast.generator"));
    command.addAll(List.of(args));
    try {
      int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exitCode != 0) {
        throw new IOException("The generator failed: " + command);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rule set. */
  Path ruleSet() {
    return folder.resolve("rules.yaml");
  }

  /** Where its endpoints are. */
  Path environment() {
    return folder.resolve("environment.yaml");
  }
}
