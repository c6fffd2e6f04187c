package dev.rulecast.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;

/**
 * Writes a rule set of N rules and its environment, for measuring at scale. Runs from its source:
 *
 * <pre>java cli/src/test/java/dev/rulecast/cli/GenerateRules.java N FOLDER [FLOWS [ADDRESSES]]
 * java cli/src/test/java/dev/rulecast/cli/GenerateRules.java product FOLDER
 * ./rulecast export -e FOLDER/environment.yaml -o FOLDER/iac FOLDER/rules.yaml</pre>
 *
 * <p>Every FLOWS rules (default 1, at most 129,024) have a pair of endpoints of their own, so each
 * security group has FLOWS permissions for each address of the other end. Every rule is one exact
 * flow; no two of them touch or overlap, so nothing is merged, and there is nothing to warn about
 * but AWS's quotas. The first 32,256 rules of a pair are of TCP, the next of UDP, and the rest goes
 * the other way. Every endpoint has ADDRESSES addresses (default 1), none beside another.
 *
 * <p>{@code product} writes one rule that multiplies: 50 sources, 50 destinations and 40 ranges of
 * ports, which are 100,000 flows.
 *
 * <p>The same arguments give the same documents.
 */
public final class GenerateRules {
  private static final int FIRST_PORT = 1024;

  /** Every second port, so that no two touch. */
  private static final int PORTS = (65_536 - FIRST_PORT) / 2;

  private static final String[] PROTOCOLS = {"tcp", "udp"};

  /** TCP and UDP, there and back. */
  private static final int MAX_FLOWS = 2 * PROTOCOLS.length * PORTS;

  private static final int PRODUCT_ENDPOINTS = 50;
  private static final int PRODUCT_RANGES = 40;

  private final Path folder;
  private final int pairs;
  private final int addresses;

  private GenerateRules(Path folder, int pairs, int addresses) {
    // The addresses of one side begin with 10, those of the other with 11.
    if ((long) pairs * step(addresses) > 1 << 24) {
      throw new IllegalArgumentException("More addresses than 10.0.0.0/8 has.");
    }
    this.folder = folder;
    this.pairs = pairs;
    this.addresses = addresses;
  }

  /** See the class. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[1]));
    if (args[0].equals("product")) {
      new GenerateRules(folder, PRODUCT_ENDPOINTS, 1).product();
      return;
    }
    int rules = Integer.parseInt(args[0]);
    int flows = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    int addresses = args.length > 3 ? Integer.parseInt(args[3]) : 1;
    if (flows < 1 || flows > MAX_FLOWS) {
      throw new IllegalArgumentException("A pair has from 1 to " + MAX_FLOWS + " flows.");
    }
    new GenerateRules(folder, (rules + flows - 1) / flows, addresses).rules(rules, flows);
  }

  private void rules(int rules, int flows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("rules.yaml"))) {
      head(out, "RuleSet");
      for (int pair = 0; pair < pairs; pair++) {
        out.write("  app-" + pair + ": {title: Application " + pair + "}\n");
        out.write("  db-" + pair + ": {title: Database " + pair + "}\n");
      }
      out.write("rules:\n");
      for (int rule = 0; rule < rules; rule++) {
        int pair = rule / flows;
        int ofPair = rule % flows;
        int kind = ofPair / PORTS;
        boolean back = kind >= PROTOCOLS.length;
        out.write("  - id: rule-" + rule + "\n");
        out.write("    source: " + (back ? "db-" : "app-") + pair + "\n");
        out.write("    destination: " + (back ? "app-" : "db-") + pair + "\n");
        out.write("    protocol: " + PROTOCOLS[kind % PROTOCOLS.length] + "\n");
        out.write("    ports: [" + (FIRST_PORT + ofPair % PORTS * 2) + "]\n");
        out.write("    purpose: Queries of application " + pair + "\n");
      }
    }
    environment();
  }

  private void product() throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("rules.yaml"))) {
      head(out, "RuleSet");
      StringJoiner sources = new StringJoiner(", ");
      StringJoiner destinations = new StringJoiner(", ");
      for (int pair = 0; pair < pairs; pair++) {
        out.write("  app-" + pair + ": {title: Application " + pair + "}\n");
        out.write("  db-" + pair + ": {title: Database " + pair + "}\n");
        sources.add("app-" + pair);
        destinations.add("db-" + pair);
      }
      StringJoiner ranges = new StringJoiner(", ");
      for (int range = 0; range < PRODUCT_RANGES; range++) {
        int first = FIRST_PORT + range * 20;
        ranges.add(first + "-" + (first + 9));
      }
      out.write("rules:\n");
      out.write("  - id: product\n");
      out.write("    source: [" + sources + "]\n");
      out.write("    destination: [" + destinations + "]\n");
      out.write("    protocol: tcp\n");
      out.write("    ports: [" + ranges + "]\n");
      out.write("    purpose: Queries of every application to every database\n");
    }
    environment();
  }

  private void environment() throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("environment.yaml"))) {
      head(out, "Environment");
      for (int pair = 0; pair < pairs; pair++) {
        out.write("  app-" + pair + ": {addresses: [" + addresses(10, pair) + "]}\n");
        out.write("  db-" + pair + ": {addresses: [" + addresses(11, pair) + "]}\n");
      }
    }
  }

  private static void head(Writer out, String kind) throws IOException {
    out.write("apiVersion: rulecast/v1\nkind: " + kind + "\nmetadata: {name: scale}\n");
    out.write("endpoints:\n");
  }

  private String addresses(int first, int pair) {
    StringJoiner all = new StringJoiner(", ");
    for (int i = 0; i < addresses; i++) {
      all.add(address(first, pair * step(addresses) + 2 * i));
    }
    return all.toString();
  }

  /** How many addresses an endpoint takes: those of one, if it has several, are not neighbours. */
  private static int step(int addresses) {
    return addresses == 1 ? 1 : 2 * addresses;
  }

  private static String address(int first, int number) {
    return first + "." + (number >> 16) + "." + (number >> 8 & 0xFF) + "." + (number & 0xFF);
  }
}
