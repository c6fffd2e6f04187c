package dev.rulecast.terraform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The hand-written module with which the proof itself is tested, and the documents it means. */
final class SampleModule {
  static final String RULE_SET =
      """
      apiVersion: rulecast/v1
      kind: RuleSet
      metadata: {name: sample}
      endpoints:
        auditor-server: {}
        domain-controllers: {}
        file-server: {}
        dns-server: {external: true}
        vpn: {external: true}
        update-server: {external: true}
      rules:
        - {id: ldap, source: auditor-server, destination: domain-controllers, protocol: tcp, ports: [389],
           purpose: LDAP}
        - {id: ping, source: auditor-server, destination: domain-controllers, protocol: icmp,
           icmpTypes: [echo-request], purpose: Ping}
        - {id: dns, source: auditor-server, destination: dns-server, protocol: udp, ports: [53], purpose: DNS}
        - {id: files, source: auditor-server, destination: file-server, protocol: any, purpose: Everything}
        - {id: vpn, source: auditor-server, destination: vpn, protocol: tcp, ports: any, purpose: VPN}
        - {id: ping6, source: domain-controllers, destination: update-server, protocol: icmpv6, purpose: Ping}
      """;

  /** The id of the existing group in the resources of the tests. */
  static final String FILE_SERVER_GROUP = "sg-0f11e5e44e40f11e5";

  static final String ENVIRONMENT =
      """
      apiVersion: rulecast/v1
      kind: Environment
      metadata: {name: sample}
      endpoints:
        auditor-server: {addresses: [10.20.0.10]}
        vpn: {settings: {aws-sg: {prefixList: pl-0e5b0e5b0e5b0e5b0}}}
        update-server: {addresses: ["2001:db8::/64"]}
        file-server: {settings: {aws-sg: {securityGroup: sg-0f11e5e44e40f11e5}}}
      """;

  private static final List<String> FILES =
      List.of("main.tf", "outputs.tf", "variables.tf", "versions.tf");

  private final Path folder;
  private final List<String> texts = new ArrayList<>();

  /** The module, to be put into a folder. */
  SampleModule(Path folder) throws IOException {
    this.folder = folder;
    for (String file : FILES) {
      try (InputStream in = SampleModule.class.getResourceAsStream("sample-module/" + file)) {
        texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  /** Replaces the first occurrence of a text, in whichever file it is. */
  SampleModule with(String text, String replacement) {
    for (int i = 0; i < texts.size(); i++) {
      int at = texts.get(i).indexOf(text);
      if (at >= 0) {
        String old = texts.get(i);
        texts.set(i, old.substring(0, at) + replacement + old.substring(at + text.length()));
        return this;
      }
    }
    throw new IllegalArgumentException("Not in the module: " + text);
  }

  /** Replaces a text everywhere. */
  SampleModule withAll(String text, String replacement) {
    texts.replaceAll(old -> old.replace(text, replacement));
    return this;
  }

  Path write() throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < FILES.size(); i++) {
      Files.writeString(folder.resolve(FILES.get(i)), texts.get(i));
    }
    return folder;
  }
}
