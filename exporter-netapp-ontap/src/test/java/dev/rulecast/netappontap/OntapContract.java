package dev.rulecast.netappontap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.netappontap.oracle.Cluster;
import dev.rulecast.netappontap.oracle.Problem;
import dev.rulecast.netappontap.oracle.Terminal;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.testkit.ExporterContract;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import dev.rulecast.testkit.HostileTexts.Field;
import dev.rulecast.testkit.HostileTexts.HostileText;
import dev.rulecast.testkit.MarkdownReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The contract for one release, where every endpoint is a filer. */
abstract class OntapContract extends ExporterContract {
  /** What tells the texts of the README from the comments of commands. */
  private static final String README = "README: ";

  private final String release;

  OntapContract(String release) {
    this.release = release;
  }

  @Override
  protected RuleExporter exporter() {
    return new NetAppOntapExporter();
  }

  @Override
  protected List<Fixture> fixtures() {
    List<Fixture> fixtures = new ArrayList<>(Fixtures.all());
    fixtures.add(Examples.services(release));
    return fixtures;
  }

  @Override
  protected Map<String, Record> settings(Fixture fixture) {
    return settings(fixture, release);
  }

  /** Settings for every endpoint that has none: a LIF and a policy of its own. */
  static Map<String, Record> settings(Fixture fixture, String release) {
    Map<String, Record> settings = new TreeMap<>();
    for (Endpoint endpoint : fixture.policy(new NetAppOntapExporter()).endpoints()) {
      if (!endpoint.external() && endpoint.settings().isEmpty()) {
        settings.put(endpoint.id(), settings(endpoint.id(), Release.valueOf(release)));
      }
    }
    return settings;
  }

  private static NetAppOntapSettings settings(String endpoint, Release release) {
    boolean firewall = release.family().hasFirewallPolicies();
    return new NetAppOntapSettings(
        new ObjectName("svm1"),
        List.of(new ObjectName(endpoint)),
        new PolicyName("p-" + endpoint),
        release,
        release.family().hasServicePolicies()
            ? Optional.of(new ObjectName("default-data-files"))
            : Optional.empty(),
        firewall ? Optional.of(List.of("ndmp")) : Optional.empty(),
        firewall ? Optional.of(new ObjectName("data")) : Optional.empty());
  }

  @Override
  protected Set<Dimension> mayLose() {
    return EnumSet.of(Dimension.SOURCE_PORTS, Dimension.PROGRAM, Dimension.PORTS);
  }

  @Override
  protected Optional<Collection<String>> readTexts(SortedMap<String, String> files) {
    List<String> texts = new ArrayList<>();
    files.forEach(
        (path, text) -> {
          if (path.endsWith(".cli")) {
            texts.addAll(comments(text));
          } else {
            MarkdownReader.texts(text).forEach(read -> texts.add(README + read));
          }
        });
    return Optional.of(texts);
  }

  private List<String> comments(String script) {
    assertThat(Terminal.problems(script)).isEmpty();
    // It has neither SVMs nor LIFs, but it understands the commands.
    assertThat(new Cluster(release).run(script))
        .extracting(Problem::kind)
        .allMatch(kind -> kind == Problem.Kind.MISSING);
    return script.lines().filter(line -> line.startsWith("# ")).toList();
  }

  /**
   * The README has purposes and titles as they are, but for white space that Markdown cannot hold.
   * What comments make of them is the matter of {@link CliTest}.
   */
  @Override
  protected Optional<String> expectedText(Field field, HostileText text) {
    return switch (field) {
      case PURPOSE -> Optional.of(README + text.text().replace('\t', ' ').strip());
      case RULE_SET_TITLE ->
          Optional.of(README + text.line().strip() + " (text-" + text.name() + ")");
      default -> Optional.empty();
    };
  }
}
