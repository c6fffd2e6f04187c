package dev.rulecast.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Location;
import dev.rulecast.model.Action;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.EndpointDeclaration;
import dev.rulecast.model.Environment;
import dev.rulecast.model.IcmpType;
import dev.rulecast.model.IpRange;
import dev.rulecast.model.ParameterDeclaration;
import dev.rulecast.model.PortParameter;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.PredefinedName;
import dev.rulecast.model.PredefinedRule;
import dev.rulecast.model.Protocol;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleNote;
import dev.rulecast.model.RuleSet;
import dev.rulecast.read.Reading.StorageSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class GoodDocumentsTest {
  private static final String HEAD =
      """
      apiVersion: rulecast/v1
      kind: RuleSet
      metadata:
        name: sample
      endpoints:
        client: {title: Client}
        server: {}
      """;

  private static final String RULE =
      """
      rules:
        - id: web
          source: client
          destination: server
          protocol: tcp
          ports: 443
          purpose: Web
      """;

  private static Reading read(Input input) {
    Reading reading = Reading.ofRuleSets(input);
    assertThat(reading.found()).isEmpty();
    return reading;
  }

  private static Environment environment(Input input) {
    Reading reading = Reading.ofEnvironment(input);
    assertThat(reading.found()).isEmpty();
    return reading.environment().orElseThrow();
  }

  /** The one rule of {@link #RULE} with one line in the place of another. */
  private static Rule rule(String line, String... others) {
    String text = HEAD + RULE.replace(line, String.join("\n    ", others));
    return read(Reading.yaml(text)).ruleSet().rules().get(0);
  }

  private static Location at(int line, int column) {
    return new Location("test.yaml", line, column);
  }

  @Test
  void everyPartOfARuleSet() {
    String text =
        """
        # A comment.
        ---
        apiVersion: rulecast/v1
        kind: "RuleSet"
        metadata:
          name: logon-activity
          title: Netwrix Auditor – Logon Activity 😀
          reference: 'https://example.com/ports#logon'
        endpoints:
          client: {title: Client}
          server: {}
          cloud:
            title: Microsoft 365
            external: true
            fqdns: [outlook.office365.com, "*.office.com"]
        parameters:
          web-port: {description: Port of the web server}
          other-port:
            default: [8080, 8443-8444, 8081]
        rules:
          - id: web
            source: client
            destination: [server, cloud, server]
            protocol: [tcp, 17, udp]
            ports: [389, 3268-3269, $web-port]
            sourcePorts: 1024-65535
            program: '%ProgramFiles(x86)%\\Agent\\agent.exe'
            purpose: |
              Web
              \tand more
            owner: Ann
            ticket: "CHG-1"
            notes: >-
              folded
              text
            expires: 2028-02-29
          - {id: ping, action: deny, source: client, destination: server, protocol: icmp, purpose: Ping,
             icmpTypes: [echo-request, 3/4, 11]}
        predefinedRules:
          - id: logs
            platform: windows
            source: client
            endpoint: [server]
            rules:
              - Remote Event Log Management (RPC)
        ...
        """;

    RuleSet ruleSet = read(Reading.yaml(text)).ruleSet();

    assertThat(ruleSet)
        .usingRecursiveComparison()
        .isEqualTo(
            new RuleSet(
                "logon-activity",
                Optional.of("Netwrix Auditor – Logon Activity 😀"),
                Optional.of("https://example.com/ports#logon"),
                List.of(
                    new EndpointDeclaration(
                        "client", Optional.of("Client"), false, List.of(), at(10, 3)),
                    new EndpointDeclaration(
                        "server", Optional.empty(), false, List.of(), at(11, 3)),
                    new EndpointDeclaration(
                        "cloud",
                        Optional.of("Microsoft 365"),
                        true,
                        List.of("outlook.office365.com", "*.office.com"),
                        at(12, 3))),
                List.of(
                    new ParameterDeclaration(
                        "web-port",
                        Optional.of("Port of the web server"),
                        Optional.empty(),
                        at(17, 3)),
                    new ParameterDeclaration(
                        "other-port",
                        Optional.empty(),
                        Optional.of(List.of(new PortRange(8080, 8081), new PortRange(8443, 8444))),
                        at(18, 3))),
                List.of(
                    new Rule(
                        "web",
                        Action.ALLOW,
                        List.of("client"),
                        List.of("server", "cloud"),
                        List.of(Protocol.TCP, Protocol.UDP),
                        List.of(
                            new PortRange(389, 389),
                            new PortRange(3268, 3269),
                            new PortParameter("web-port", at(25, 29))),
                        List.of(new PortRange(1024, 65535)),
                        List.of(),
                        Optional.of("%ProgramFiles(x86)%\\Agent\\agent.exe"),
                        new RuleNote(
                            "Web\n\tand more\n",
                            Optional.of("Ann"),
                            Optional.of("CHG-1"),
                            Optional.of("folded text")),
                        Optional.of(LocalDate.of(2028, 2, 29)),
                        at(21, 5)),
                    new Rule(
                        "ping",
                        Action.DENY,
                        List.of("client"),
                        List.of("server"),
                        List.of(Protocol.ICMP),
                        List.of(),
                        List.of(),
                        List.of(
                            new IcmpType(Protocol.ICMP, 8, OptionalInt.empty()),
                            new IcmpType(Protocol.ICMP, 3, OptionalInt.of(4)),
                            new IcmpType(Protocol.ICMP, 11, OptionalInt.empty())),
                        Optional.empty(),
                        new RuleNote("Ping", Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        at(37, 5))),
                List.of(
                    new PredefinedRule(
                        "logs",
                        "windows",
                        List.of("client"),
                        List.of("server"),
                        List.of(new PredefinedName("Remote Event Log Management (RPC)", at(45, 9))),
                        Optional.empty(),
                        at(40, 5))),
                at(6, 9)));
  }

  @Test
  void everyPartOfAnEnvironment() {
    String text =
        """
        apiVersion: rulecast/v1
        kind: Environment
        metadata: {name: production}
        defaults: {managedBy: [aws-sg, ansible]}
        endpoints:
          client:
            addresses: [10.0.0.0/24, 10.0.1.0, "2001:db8::1-2001:db8::2", 10.0.0.5]
            managedBy: [ansible]
            settings:
              storage:
                {server: a, lifs: [b, c], release: "9.13", priority: 5, logging: false, mode: strict,
                 limits: {rules: 7, services: 8}, zone: left, otherZones: [up, down]}
          server: {addresses: [any], managedBy: []}
          cloud: {}
        parameters:
          web-port: 8443
          other-port: [0-65535]
          third-port: [22, 80-81, 82]
        """;

    Environment environment = environment(Reading.yaml(text));

    AddressSet addresses =
        AddressSet.of(
            Stream.of("10.0.0.0/24", "10.0.1.0", "2001:db8::1-2001:db8::2")
                .map(IpRange::parse)
                .toList());
    StorageSettings settings =
        new StorageSettings(
            "a",
            List.of("b", "c"),
            Optional.of("9.13"),
            Optional.of(false),
            Optional.of(5),
            Optional.of(StorageSettings.Mode.strict),
            Optional.of(new StorageSettings.Limits(7, Optional.of(8))),
            Optional.of(new StorageSettings.Zone("left")),
            Optional.of(List.of(new StorageSettings.Zone("up"), new StorageSettings.Zone("down"))));
    assertThat(environment)
        .isEqualTo(
            new Environment(
                "production",
                Optional.of(Set.of("aws-sg", "ansible")),
                Map.of(
                    "client",
                    new Environment.Binding(
                        addresses,
                        Optional.of(Set.of("ansible")),
                        Map.of("storage", settings),
                        at(6, 3)),
                    "server",
                    new Environment.Binding(
                        AddressSet.any(), Optional.of(Set.of()), Map.of(), at(13, 3)),
                    "cloud",
                    new Environment.Binding(
                        AddressSet.empty(), Optional.empty(), Map.of(), at(14, 3))),
                Map.of(
                    "web-port",
                    new Environment.ParameterValue(List.of(new PortRange(8443, 8443)), at(16, 3)),
                    "other-port",
                    new Environment.ParameterValue(List.of(PortRange.ALL), at(17, 3)),
                    "third-port",
                    new Environment.ParameterValue(
                        List.of(new PortRange(22, 22), new PortRange(80, 82)), at(18, 3)))));
  }

  @Test
  void settingsOfWhichTheOptionalOnesAreLeftOut() {
    Environment environment =
        environment(
            Reading.yaml(
                """
                apiVersion: rulecast/v1
                kind: Environment
                metadata: {name: test}
                endpoints: {a: {settings: {storage: {server: a, lifs: []}}}}
                """));

    assertThat(environment.endpoints().get("a").settings().get("storage"))
        .isEqualTo(
            new StorageSettings(
                "a",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void yamlAndJsonAreTheSame() {
    for (String json : List.of(SchemaCases.RULE_SET, RULE_SET_OF_ONE_RULE)) {
      String yaml =
          YAMLMapper.builder().build().writeValueAsString(JsonMapper.shared().readTree(json));
      assertThat(read(Reading.yaml(yaml)).ruleSet())
          .usingRecursiveComparison()
          .ignoringFieldsOfTypes(Location.class)
          .isEqualTo(read(Reading.json(json)).ruleSet());
      assertThat(read(Reading.yaml(json)).ruleSet())
          .as("JSON is YAML")
          .usingRecursiveComparison()
          .ignoringFieldsOfTypes(Location.class)
          .isEqualTo(read(Reading.json(json)).ruleSet());
    }
    assertThat(environment(Reading.yaml(SchemaCases.ENVIRONMENT)))
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(Location.class)
        .isEqualTo(environment(Reading.json(SchemaCases.ENVIRONMENT)));
  }

  private static final String RULE_SET_OF_ONE_RULE =
      """
      {"apiVersion": "rulecast/v1", "kind": "RuleSet", "metadata": {"name": "sample"},
       "endpoints": {"a": {}}, "rules": [{"id": "r", "source": "a", "destination": "a",
       "protocol": "esp", "purpose": "\\u00e9\\ud83d\\ude00\\t\\n"}]}
      """;

  @Test
  void placesInJson() {
    RuleSet ruleSet = read(Reading.json(RULE_SET_OF_ONE_RULE)).ruleSet();

    assertThat(ruleSet.location()).hasToString("test.json:1:71");
    assertThat(ruleSet.endpoints().get(0).location()).hasToString("test.json:2:16");
    assertThat(ruleSet.rules().get(0).location()).hasToString("test.json:2:36");
    assertThat(ruleSet.rules().get(0).note().purpose()).isEqualTo("é😀\t\n");
  }

  @Test
  void severalDocumentsInAFileAndSeveralFiles() {
    String two = HEAD + RULE + "---\n" + (HEAD + RULE).replace("sample", "second") + "...\n";
    String three = RULE_SET_OF_ONE_RULE.replace("sample", "third");
    String four = RULE_SET_OF_ONE_RULE.replace("sample", "fourth");

    Reading reading =
        Reading.ofRuleSets(
            Reading.input("a.yaml", two),
            Reading.input("b.json", three + four),
            Reading.input("c.yml", (HEAD + RULE).replace("sample", "fifth")));

    assertThat(reading.found()).isEmpty();
    assertThat(reading.ruleSets())
        .extracting(RuleSet::name)
        .containsExactly("sample", "second", "third", "fourth", "fifth");
    assertThat(reading.ruleSets().get(1).location()).hasToString("a.yaml:19:9");
  }

  @Test
  void oneRuleIdInTwoRuleSetsIsFine() {
    Reading reading =
        Reading.ofRuleSets(
            Reading.input("a.yaml", HEAD + RULE),
            Reading.input("b.yaml", (HEAD + RULE).replace("sample", "other")));

    assertThat(reading.found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "443, 443",
    "1, 1",
    "65535, 65535",
    "any, any",
    "'[any]', any",
    "0-65535, any",
    "1-65535, any",
    "'\"0-65535\"', any",
    "5-5, 5",
    "'[1, 2]', 1 2",
    "'[443,443]', 443 443",
    "'\"1-2\"', 1-2",
  })
  void ports(String written, String read) {
    assertThat(rule("ports: 443", "ports: " + written).ports())
        .extracting(Object::toString)
        .containsExactly(read.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "icmp, icmp",
    "1, icmp",
    "58, icmpv6",
    "'[icmp, 1]', icmp",
    "esp, esp",
    "50, esp",
    "51, ah",
    "47, gre",
    "any, any",
    "2, 2",
    "254, 254",
    "'[esp, ah]', esp ah",
    "'\"any\"', any",
  })
  void protocolsWithoutPorts(String written, String read) {
    String text = HEAD + RULE.replace("protocol: tcp\n    ports: 443", "protocol: " + written);
    assertThat(read(Reading.yaml(text)).ruleSet().rules().get(0).protocols())
        .extracting(Object::toString)
        .containsExactly(read.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"tcp, tcp", "6, tcp", "udp, udp", "17, udp", "'[tcp, 6, udp]', tcp udp"})
  void protocolsWithPorts(String written, String read) {
    assertThat(rule("protocol: tcp", "protocol: " + written).protocols())
        .extracting(Object::toString)
        .containsExactly(read.split(" "));
  }

  @Test
  void icmpTypesOfBothFamiliesByName() {
    String text =
        HEAD
            + RULE.replace(
                "protocol: tcp\n    ports: 443",
                "protocol: [icmp, icmpv6]\n    icmpTypes: [echo-request, echo-request]");
    assertThat(read(Reading.yaml(text)).ruleSet().rules().get(0).icmpTypes())
        .containsExactly(
            new IcmpType(Protocol.ICMP, 8, OptionalInt.empty()),
            new IcmpType(Protocol.ICMPV6, 128, OptionalInt.empty()));
  }

  /** What YAML 1.1, and partly YAML 1.2's core schema, would take for something else than text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "no",
        "on",
        "off",
        "y",
        "True",
        "FALSE",
        "0x1F",
        "0o17",
        "010",
        "1_000",
        "1:30",
        "+1",
        "2027-01-31",
        ".5",
        "=",
        "<<",
        "\"\\u0020x\"",
        "'~'",
        "\"null\"",
        "\"true\"",
        "\"5\"",
        "5 x"
      })
  void textThatLooksLikeSomethingElse(String written) {
    String expected = written.replace("\"\\u0020x\"", " x").replaceAll("^[\"']|[\"']$", "");
    assertThat(rule("purpose: Web", "purpose: " + written).note().purpose()).isEqualTo(expected);
  }

  @Test
  void textOf4096CodePoints() {
    String text = "😀".repeat(4096);
    assertThat(rule("purpose: Web", "purpose: " + text).note().purpose()).isEqualTo(text);
    assertThat(rule("purpose: Web", "purpose: Web", "owner: " + text).note().owner())
        .contains(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lineEnds(String end) {
    String text = "\uFEFF" + (HEAD + RULE).replace("\n", end);

    RuleSet ruleSet = read(Reading.yaml(text)).ruleSet();

    assertThat(ruleSet.location()).isEqualTo(at(4, 9));
    assertThat(ruleSet.rules().get(0).location()).isEqualTo(at(9, 5));
  }

  @Test
  void byteOrderMarkDoesNotMoveTheFirstLine() {
    String json = "\uFEFF" + RULE_SET_OF_ONE_RULE;
    assertThat(read(Reading.json(json)).ruleSet().location()).hasToString("test.json:1:71");
  }

  @Test
  void idOf63Characters() {
    String id = "a".repeat(63);
    assertThat(rule("id: web", "id: " + id).id()).isEqualTo(id);
  }

  @Test
  void emptyMappingsOfEndpointsAndParameters() {
    Environment environment =
        environment(
            Reading.yaml(
                """
                {apiVersion: rulecast/v1, kind: Environment, metadata: {name: empty}, endpoints: {},
                 parameters: {}}
                """));
    assertThat(environment)
        .isEqualTo(new Environment("empty", Optional.empty(), Map.of(), Map.of()));
  }

  @Test
  void predefinedRulesWithoutRules() {
    RuleSet ruleSet =
        read(Reading.yaml(
                HEAD
                    + """
                    predefinedRules:
                      - {id: a, platform: windows, source: client, endpoint: server, rules: [x], purpose: "y\\nz"}
                    """))
            .ruleSet();
    assertThat(ruleSet.rules()).isEmpty();
    assertThat(ruleSet.predefinedRules().get(0).purpose()).contains("y\nz");
  }

  @Test
  void keysInAnyOrderAndKindAtTheEnd() {
    String text = RULE + HEAD.lines().skip(2).reduce("", (a, b) -> a + b + "\n");
    RuleSet ruleSet =
        read(Reading.yaml(text + "kind: RuleSet\napiVersion: rulecast/v1\n")).ruleSet();
    assertThat(ruleSet.rules()).hasSize(1);
  }
}
