package dev.rulecast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small documents to run commands with. */
final class Documents {
  static final String LOGON = "catalog:netwrix-auditor/logon-activity";

  /** One flow that every exporter can write. */
  static final String EXACT = ruleSet("web", "", rule("https", "[443]", ""));

  /** The same, but with source ports, which security groups do not match. */
  static final String WIDER = ruleSet("web", "", rule("https", "[443]", "sourcePorts: [5000]"));

  /** A deny that overlaps an allow, which security groups cannot express. */
  static final String UNSUPPORTED =
      ruleSet(
          "web",
          "",
          rule("https", "[443]", ""),
          rule("no-https", "[443]", "action: deny"),
          rule("ssh", "[22]", ""));

  static final String INVALID = EXACT.replace("[443]", "[70000]");

  static final String ENVIRONMENT = environment("  client: {addresses: [10.0.0.1]}");

  private Documents() {}

  static String ruleSet(String name, String endpoints, String... rules) {
    return """
    apiVersion: rulecast/v1
    kind: RuleSet
    metadata: {name: %s}
    endpoints:
      client: {title: Client}
      server: {title: Server}
    %srules:
    %s"""
        .formatted(name, endpoints, String.join("", rules));
  }

  static String rule(String id, String ports, String more) {
    return "  - {id: %s, source: client, destination: server, protocol: tcp, ports: %s, purpose: %s%s}\n"
        .formatted(id, ports, "Purpose of " + id, more.isEmpty() ? "" : ", " + more);
  }

  static String environment(String endpoints) {
    return """
    apiVersion: rulecast/v1
    kind: Environment
    metadata: {name: test}
    endpoints:
    %s
    """
        .formatted(endpoints);
  }

  static Path write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
