package dev.rulecast.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Location;
import dev.rulecast.importer.ImportSource.Kind;
import dev.rulecast.model.Action;
import dev.rulecast.model.IcmpType;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.PortSpec;
import dev.rulecast.model.Protocol;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleNote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table with all columns, written from rules, imports to the same rules. */
class RoundTripTest {
  private static final Location PLACE = Location.startOf("here");

  private static final List<String> HEADINGS =
      List.of(
          "ID",
          "Action",
          "Source",
          "Destination",
          "Protocol",
          "Ports",
          "Source ports",
          "ICMP types",
          "Program",
          "Purpose",
          "Owner",
          "Ticket",
          "Notes",
          "Expires");

  private static final List<String> TEXTS =
      List.of(
          "Browsing",
          "key: value # x",
          "a | b",
          "**not bold** [link](x) <br> `code`",
          "- item",
          "C:\\new\\table",
          "it's \"so\"",
          "${x} {{ y }} %{z}",
          "on",
          "ÄÖÜ – 中文",
          "443",
          "first\nsecond line",
          "&amp; &lt;",
          "1. a",
          "~~x~~ _y_ *z*",
          "a\\b\\|c",
          "!x ^y #z",
          "https://x.example/?a=b&c=d");

  private final Random random = new Random(7);

  @ParameterizedTest
  @EnumSource(Kind.class)
  void importsTheSameRules(Kind kind) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      rules.add(rule("rule-" + i));
    }
    String text = kind == Kind.CSV ? csv(rules) : markdown(rules);

    Imported imported = Imported.of(ImportOptions.NONE, Imported.source("t.md", kind, text));

    assertThat(imported.result().unread()).as("%s", imported.result().diagnostics()).isZero();
    List<Rule> found = imported.ruleSet().rules();
    assertThat(found).hasSameSizeAs(rules);
    for (int i = 0; i < found.size(); i++) {
      assertThat(here(found.get(i))).isEqualTo(rules.get(i));
    }
  }

  /** The rule without the place where it is written. */
  private static Rule here(Rule rule) {
    return new Rule(
        rule.id(),
        rule.action(),
        rule.sources(),
        rule.destinations(),
        rule.protocols(),
        rule.ports(),
        rule.sourcePorts(),
        rule.icmpTypes(),
        rule.program(),
        rule.note(),
        rule.expires(),
        PLACE);
  }

  private Rule rule(String id) {
    boolean ports = random.nextInt(4) > 0;
    List<Protocol> protocols =
        ports
            ? some(List.of(Protocol.TCP, Protocol.UDP))
            : one(
                List.of(
                    List.of(Protocol.ICMP),
                    List.of(Protocol.ICMP, Protocol.ICMPV6),
                    List.of(Protocol.ESP),
                    List.of(new Protocol(132)),
                    List.of(Protocol.ANY)));
    boolean typed = protocols.contains(Protocol.ICMP) && random.nextBoolean();
    List<IcmpType> types =
        typed
            ? protocols.stream().map(protocol -> IcmpType.parse(protocol, "echo-request")).toList()
            : List.of();
    return new Rule(
        id,
        random.nextInt(5) == 0 ? Action.DENY : Action.ALLOW,
        some(List.of("clients", "admins", "web-servers")),
        some(List.of("web-servers", "domain-controllers", "files")),
        protocols,
        ports ? ports() : List.of(),
        ports && random.nextBoolean() ? List.of(new PortRange(1024, 65_535)) : List.of(),
        types,
        maybe("C:\\Program Files (x86)\\A B\\c.exe"),
        new RuleNote(
            one(TEXTS),
            maybe(one(TEXTS).replace('\n', ' ')),
            maybe(one(TEXTS).replace('\n', ' ')),
            maybe(one(TEXTS))),
        maybe(LocalDate.of(2031, 1, 31)),
        PLACE);
  }

  private List<PortSpec> ports() {
    return one(
        List.of(
            List.of(PortRange.ofPort(443)),
            List.of(PortRange.ALL),
            List.of(PortRange.ofPort(139), PortRange.ofPort(445)),
            List.of(PortRange.ofPort(135), new PortRange(1024, 65_535))));
  }

  private <T> T one(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private <T> List<T> some(List<T> items) {
    List<T> chosen = new ArrayList<>(items);
    while (chosen.size() > 1 && random.nextBoolean()) {
      chosen.remove(random.nextInt(chosen.size()));
    }
    return Collections.unmodifiableList(chosen);
  }

  private <T> Optional<T> maybe(T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  private static List<String> cells(Rule rule) {
    return List.of(
        rule.id(),
        rule.action() == Action.DENY ? "Deny" : "Allow",
        String.join(", ", rule.sources()),
        String.join(", ", rule.destinations()),
        rule.protocols().stream().map(Protocol::toString).collect(Collectors.joining("/")),
        rule.ports().stream().map(Object::toString).collect(Collectors.joining(", ")),
        rule.sourcePorts().stream().map(Object::toString).collect(Collectors.joining(", ")),
        rule.icmpTypes().isEmpty() ? "" : "echo-request",
        rule.program().orElse(""),
        rule.note().purpose(),
        rule.note().owner().orElse(""),
        rule.note().ticket().orElse(""),
        rule.note().notes().orElse(""),
        rule.expires().map(LocalDate::toString).orElse(""));
  }

  private static String markdown(List<Rule> rules) {
    StringBuilder table = new StringBuilder();
    table.append("| ").append(String.join(" | ", HEADINGS)).append(" |\n");
    table.append("|-".repeat(HEADINGS.size())).append("|\n");
    for (Rule rule : rules) {
      table.append("| ");
      for (String cell : cells(rule)) {
        table.append(escaped(cell)).append(" | ");
      }
      table.append('\n');
    }
    return table.toString();
  }

  /** Every ASCII sign escaped, as CommonMark allows. */
  private static String escaped(String cell) {
    StringBuilder escaped = new StringBuilder();
    for (char c : cell.toCharArray()) {
      boolean sign = c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
      escaped.append(c == '\n' ? "<br>" : sign ? "\\" + c : String.valueOf(c));
    }
    return escaped.toString();
  }

  private static String csv(List<Rule> rules) {
    StringBuilder table = new StringBuilder(String.join(",", HEADINGS)).append("\r\n");
    for (Rule rule : rules) {
      table.append(
          cells(rule).stream()
              .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
              .collect(Collectors.joining(",", "", "\r\n")));
    }
    return table.toString();
  }
}
