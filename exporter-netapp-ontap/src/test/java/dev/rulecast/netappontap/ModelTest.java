package dev.rulecast.netappontap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.netappontap.oracle.Cluster;
import dev.rulecast.netappontap.oracle.Problem;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.reference.Connection;
import dev.rulecast.testkit.reference.Host;
import dev.rulecast.testkit.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a LIF has open after {@code apply.cli}, compared with what the documents permit, as two
 * interpreters see it that share no code with the exporter.
 */
class ModelTest {
  /** The first and last of every network, and their neighbours. */
  private static final List<String> CLIENTS =
      List.of(
          "10.0.255.255",
          "10.1.0.0",
          "10.1.0.255",
          "10.1.1.0",
          "10.1.1.255",
          "10.1.2.0",
          "10.2.0.4",
          "10.2.0.5",
          "10.2.0.6",
          "10.3.0.0",
          "10.3.0.1",
          "10.3.0.2",
          "10.3.0.5",
          "10.3.0.6",
          "10.3.0.7",
          "10.8.255.255",
          "10.9.0.0",
          "10.9.255.255",
          "10.10.0.0",
          "203.0.113.9",
          "2001:db8:0:ffff:ffff:ffff:ffff:ffff",
          "2001:db8:1::",
          "2001:db8:1:0:ffff:ffff:ffff:ffff",
          "2001:db8:1:1::",
          "2001:db8:5::f",
          "2001:db8:5::10",
          "2001:db8:5::11",
          "2001:db8:5::12",
          "fd00::1");

  private static final List<String> PORTS =
      Stream.concat(
              IntStream.of(
                      20, 21, 22, 23, 24, 53, 80, 111, 139, 443, 445, 514, 8080, 10_000, 30_000)
                  .mapToObj(port -> "tcp/" + port),
              IntStream.of(53, 111, 123, 137, 161, 162).mapToObj(port -> "udp/" + port))
          .toList();

  /** The documents, and what a filer does with them that it must not be asked about. */
  private record Case(Fixture fixture, Cluster cluster, Exported exported, Reference reference) {
    static Case of(String release) {
      Cluster cluster =
          new Cluster(release)
              .withDataSvm("svm1")
              .withLif("svm1", "lif1", "mgmt", "default-data-files")
              .withLif("svm1", "lif2", "mgmt", "default-data-files");
      Fixture fixture = Examples.services(release);
      return new Case(fixture, cluster, Exported.of(fixture), reference(fixture));
    }

    static Reference reference(Fixture fixture) {
      return Reference.of(Fixture.AS_OF, fixture.ruleSets(), fixture.environment().orElseThrow());
    }

    /** Whether a rule permits it, from whatever source port and to whatever program. */
    boolean mayConnect(String client, String port) {
      String filer = client.contains(":") ? "2001:db8:40::10" : "10.40.0.10";
      int number = Integer.parseInt(port.substring(4));
      Connection connection =
          port.startsWith("tcp/")
              ? Connection.tcp(Host.at(client), Host.at(filer), number)
              : Connection.udp(Host.at(client), Host.at(filer), number);
      return reference.mayConnect(connection)
          || reference.mayConnect(connection.to("C:\\Agent\\agent.exe"));
    }
  }

  /** The rules that are not written for a release, beside those that no release can write. */
  private static Set<String> unwritten(String release) {
    Set<String> rules =
        new TreeSet<>(
            Set.of("shares", "netbios", "wide", "other-port", "ping", "everything", "unbound"));
    switch (release) {
      case "8.2" -> rules.addAll(Set.of("backup-tls", "portmap"));
      case "9.13" -> rules.addAll(Set.of("time", "old-console", "portmap"));
      case "9.5", "9.6" -> {}
      default -> rules.add("portmap");
    }
    return rules;
  }

  private static String withoutRules(String ruleSet, Set<String> ids) {
    List<String> blocks = new ArrayList<>(List.of(ruleSet.split("(?m)^(?=  - id: )")));
    int before = blocks.size();
    blocks.removeIf(block -> ids.stream().anyMatch(id -> block.startsWith("  - id: " + id + "\n")));
    assertThat(blocks).hasSize(before - ids.size());
    return String.join("", blocks);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.2", "9.5", "9.6", "9.8", "9.13"})
  @Tag("slow")
  void aLifHasOpenWhatTheWrittenRulesPermit(String release) {
    Case all = Case.of(release);
    List<Problem> problems = all.cluster.run(all.exported.file("filer/apply.cli"));
    // The built-in policy has the service from 9.11.1; the commands expect that.
    if (release.equals("9.13")) {
      assertThat(problems).singleElement().asString().contains("add-service", "data-dns-server");
    } else {
      assertThat(problems).isEmpty();
    }
    Fixture written =
        Fixture.of("written", withoutRules(all.fixture.ruleSets(), unwritten(release)))
            .in(all.fixture.environment().orElseThrow());
    Case expected = new Case(written, all.cluster, all.exported, Case.reference(written));

    List<String> differences = new ArrayList<>();
    for (String lif : List.of("lif1", "lif2")) {
      for (String client : CLIENTS) {
        for (String port : PORTS) {
          boolean open = all.cluster.lets("svm1", lif, client, port);
          boolean permitted =
              expected.mayConnect(client, port)
                  || siblings(release, port).stream().anyMatch(p -> expected.mayConnect(client, p));
          if (open != permitted) {
            differences.add((open ? "open: " : "closed: ") + client + " to " + port + " of " + lif);
          }
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  /** Ports that a service opens with another, which is reported as wider. */
  private static Set<String> siblings(String release, String port) {
    return switch (port) {
      case "tcp/53" -> Set.of("udp/53");
      case "tcp/10000" -> release.equals("9.13") ? Set.of("tcp/30000") : Set.of();
      case "tcp/30000" -> release.equals("9.13") ? Set.of("tcp/10000") : Set.of();
      default -> Set.of();
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.2", "9.5", "9.6", "9.8", "9.13"})
  void reportsWhatIsNotWrittenAndWhatIsWider(String release) {
    Exported exported = Case.of(release).exported;
    Set<String> unwritten = new TreeSet<>();
    Set<String> wider = new TreeSet<>();
    exported
        .result()
        .outcomes()
        .forEach(
            reported -> {
              String rule = reported.rule().substring("services/".length());
              Outcome.Kind kind = reported.outcome().kind();
              boolean lost =
                  kind == Outcome.Kind.UNSUPPORTED || kind == Outcome.Kind.NOT_APPLICABLE;
              if (lost) {
                unwritten.add(rule);
              }
              reported
                  .outcome()
                  .lost()
                  .forEach(dimension -> wider.add(rule + " " + dimension.word()));
            });

    Set<String> expected = unwritten(release);
    expected.add("outbound");
    assertThat(unwritten).isEqualTo(expected);
    Set<String> expectedWider =
        new TreeSet<>(
            Set.of(
                "console " + Dimension.SOURCE_PORTS.word(),
                "https-of-agents " + Dimension.PROGRAM.word(),
                "names-of-auditor " + Dimension.PORTS.word()));
    if (release.equals("9.13")) {
      // NDMP and NDMPS are one service now; the auditor asked for one of them, the backup for both.
      expectedWider.add("backup-tls " + Dimension.PORTS.word());
    }
    assertThat(wider).isEqualTo(expectedWider);
  }
}
