package dev.rulecast.netappontap.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.netappontap.oracle.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle accepts commands that people wrote from the documentation, and refuses wrong ones. */
class OracleTest {
  private static final Set<String> EVERYBODY = Set.of("0.0.0.0/0");
  private static final Set<String> AUDITOR = Set.of("192.168.1.0/24");

  private static String script(String name) throws IOException {
    try (InputStream stream = OracleTest.class.getResourceAsStream(name + ".cli")) {
      if (stream == null) {
        throw new IOException("No " + name + ".cli");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<Kind> kinds(Cluster cluster, String script) {
    return cluster.run(script).stream().map(Problem::kind).toList();
  }

  private static Map<String, Set<String>> opened(Cluster cluster) {
    return cluster.opened("svm1", "vs1-cifs-lif1");
  }

  @ParameterizedTest
  @CsvSource({"8.2,8.2", "8.3,8.3", "8.3,9.5", "9.8,9.8", "9.13,9.13"})
  void acceptsTheScriptsOfPeople(String script, String release) throws IOException {
    Cluster cluster = Cluster.ofVendor(release);

    assertThat(cluster.run(script(script))).isEmpty();
    String web = release.equals("9.13") ? "management-http" : "http";
    assertThat(opened(cluster)).containsEntry(web, AUDITOR);
  }

  @Test
  void simulatesWhatTheDocumentationSaysOf913() throws IOException {
    Cluster cluster = Cluster.ofVendor("9.13");
    cluster.run(script("9.13"));

    Map<String, Set<String>> expected = new TreeMap<>();
    for (String data :
        List.of(
            "data-core",
            "data-fpolicy-client",
            "data-dns-server",
            "data-flexcache",
            "data-cifs",
            "data-nfs")) {
      expected.put(data, EVERYBODY);
    }
    expected.put("management-http", AUDITOR);
    expected.put("management-https", AUDITOR);
    assertThat(opened(cluster)).isEqualTo(expected);
  }

  @Test
  void refusesTheScriptFor83OnLaterReleases() throws IOException {
    assertThat(kinds(Cluster.ofVendor("9.8"), script("8.3"))).containsExactly(Kind.SERVICE);
    assertThat(kinds(Cluster.ofVendor("9.13"), script("8.3")))
        .containsExactly(Kind.USELESS, Kind.USELESS, Kind.MISSING);
    assertThat(kinds(Cluster.ofVendor("9.5"), script("8.2"))).contains(Kind.SYNTAX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-vserver svm1 -lif|-vserver svm -lif|MISSING",
        "192.168.1.0/24|192.168.1.5/24|ADDRESS",
        "192.168.1.0/24|192.168.1.0|ADDRESS",
        "192.168.1.0/24|192.168.1.0/24,|ADDRESS",
        "192.168.1.0/24|10.0.0.1-10.0.0.9|ADDRESS",
        "192.168.1.0/24|any|ADDRESS",
        "-service http |-service cifs |SERVICE",
        "-service https|-service http|DUPLICATE",
        "-policy netwrix_policy|-policy data|SYNTAX",
        "-allow-list|-ip-list|SYNTAX",
        "-firewall-policy netwrix_policy|-firewall-policy pol1|MISSING",
        "-lif vs1-cifs-lif1|-lif lif1|MISSING",
        "-allow-list 192.168.1.0/24|-allow-list 192.168.1.0/24 # all|SYNTAX",
        "-allow-list 192.168.1.0/24|-allow-list 192.168.1.0/24; reboot|SYNTAX",
        "-policy netwrix_policy|-policy *|SYNTAX",
      })
  void refusesMistakes(String right, String wrong, Kind kind) throws IOException {
    Cluster cluster = Cluster.ofVendor("9.5");
    String script = script("8.3");
    assertThat(script).contains(right);

    assertThat(kinds(cluster, script.replace(right, wrong))).contains(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "set -privilege advanced -confirmations off|set -privilege admin|PRIVILEGE",
        "set -privilege advanced -confirmations off|set -privilege advanced|SYNTAX",
        "set -privilege admin|network interface show|SESSION",
        "-allowed-addresses 192.168.1.0/24||ADDRESS",
        "management-https|https|SERVICE",
        "management-https|data-cifs|DUPLICATE",
        "management-https|management-telnet-server|SERVICE",
        "-policy default-data-files|-policy default-data|MISSING",
        "-target-policy|-destination-policy|SYNTAX",
        "add-service|modify-service|MISSING",
      })
  void refusesMistakesOfServicePolicies(String right, String wrong, Kind kind) throws IOException {
    String script = script("9.13");
    assertThat(script).contains(right);
    String mutant = script.replace(right, wrong == null ? "" : wrong).replaceAll("(?m) +$", "");

    assertThat(kinds(Cluster.ofVendor("9.13"), mutant)).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# what is this?",
        "#checkov:skip",
        "# größer",
        "",
        "rm -rf /",
        "network interface modify -vserver svm1 -lif vs1-cifs-lif1",
        "network interface  show",
        " network interface show",
      })
  void refusesLinesThatATerminalMayMisunderstand(String line) {
    List<Kind> kinds = kinds(Cluster.ofVendor("9.5"), line + "\n");
    boolean assignsNothing = line.startsWith("network interface modify");
    assertThat(kinds).isEqualTo(assignsNothing ? List.of() : List.of(Kind.SYNTAX));
  }

  @Test
  void tellsWhatATerminalMightTakeForMoreThanAComment() {
    assertThat(
            Terminal.problems("# Plain (text), 100 % - ok: a/b_c=d@e+f.\nnetwork interface show\n"))
        .isEmpty();
    for (String line :
        List.of(
            "# what is this?",
            "# x; network interface delete -lif *",
            "# the \"old\" server",
            "# größer",
            "#",
            "# a\tb",
            "# " + "x".repeat(300),
            "network interface show -fields *",
            "")) {
      assertThat(Terminal.problems(line + "\n")).as(line).containsExactly(line);
    }
  }

  @Test
  void keepsWhatALifHas() throws IOException {
    Cluster cluster = Cluster.ofVendor("9.8");
    cluster.run(script("9.8"));

    assertThat(
            kinds(
                cluster,
                """
                system services firewall policy delete -vserver svm1 -policy netwrix_policy -service *
                """))
        .containsExactly(Kind.IN_USE);
    assertThat(cluster.lets("svm1", "vs1-cifs-lif1", "192.168.1.200", "tcp/443")).isTrue();
    assertThat(cluster.lets("svm1", "vs1-cifs-lif1", "192.168.2.1", "tcp/443")).isFalse();
    assertThat(cluster.lets("svm1", "vs1-cifs-lif1", "192.168.2.1", "udp/53")).isTrue();
  }

  @Test
  void deniesOnlyEverybodyIn82() {
    String deny =
        "system services firewall policy create -policy p -service http -action deny -ip-list ";
    assertThat(kinds(Cluster.ofVendor("8.2"), deny + "0.0.0.0/0\n")).isEmpty();
    assertThat(kinds(Cluster.ofVendor("8.2"), deny + "10.0.0.0/8\n")).containsExactly(Kind.ADDRESS);
  }
}
