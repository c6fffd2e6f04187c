package dev.rulecast.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a rule set of N rules and its environment, for measuring at scale. Runs from its source:
 *
 * <pre>java cli/src/test/java/dev/rulecast/cli/GenerateRules.java N FOLDER [FLOWS]
 * ./rulecast export -e FOLDER/environment.yaml -o FOLDER/iac FOLDER/rules.yaml</pre>
 *
 * <p>Every FLOWS rules (default 1, at most 30,000) have a source and a destination of their own, so
 * each security group has FLOWS permissions. Every rule is one exact flow; no two of them touch or
 * overlap, so nothing is merged, and there is nothing to warn about but AWS's quotas. The same
 * arguments give the same documents.
 */
public final class GenerateRules {
  private GenerateRules() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    int rules = Integer.parseInt(args[0]);
    Path folder = Files.createDirectories(Path.of(args[1]));
    int flows = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    int pairs = (rules + flows - 1) / flows;
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("rules.yaml"))) {
      head(out, "RuleSet", "scale");
      for (int pair = 0; pair < pairs; pair++) {
        out.write("  app-" + pair + ": {title: Application " + pair + "}\n");
        out.write("  db-" + pair + ": {title: Database " + pair + "}\n");
      }
      out.write("rules:\n");
      for (int rule = 0; rule < rules; rule++) {
        int pair = rule / flows;
        out.write("  - id: rule-" + rule + "\n");
        out.write("    source: app-" + pair + "\n");
        out.write("    destination: db-" + pair + "\n");
        out.write("    protocol: tcp\n");
        out.write("    ports: [" + (1024 + rule % flows * 2) + "]\n");
        out.write("    purpose: Queries of application " + pair + "\n");
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("environment.yaml"))) {
      head(out, "Environment", "scale");
      for (int pair = 0; pair < pairs; pair++) {
        out.write("  app-" + pair + ": {addresses: [" + address(10, pair) + "]}\n");
        out.write("  db-" + pair + ": {addresses: [" + address(11, pair) + "]}\n");
      }
    }
  }

  private static void head(Writer out, String kind, String name) throws IOException {
    out.write("apiVersion: rulecast/v1\nkind: " + kind + "\nmetadata: {name: " + name + "}\n");
    out.write("endpoints:\n");
  }

  private static String address(int first, int number) {
    return first + "." + (number >> 16) + "." + (number >> 8 & 0xFF) + "." + (number & 0xFF);
  }
}
