package dev.rulecast.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.fail;

import dev.rulecast.ansible.Examples.Example;
import dev.rulecast.ansible.WindowsHost.Packet;
import dev.rulecast.model.IpRange;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.reference.Connection;
import dev.rulecast.testkit.reference.Host;
import dev.rulecast.testkit.reference.Reference;
import dev.rulecast.testkit.reference.WindowsOptions;
import dev.rulecast.testkit.reference.WindowsRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the variables of a role mean, where there is no Ansible to ask. */
class MeaningTest {
  private static final List<String> STRANGERS = List.of("192.0.2.250", "2001:db8:dead::1");

  static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>(Examples.all());
    examples.add(Examples.catalog());
    return examples;
  }

  static List<Example> examplesAndCatalog() throws IOException {
    List<Example> examples = new ArrayList<>(examples());
    examples.addAll(Examples.catalogRuleSets());
    return examples;
  }

  /** One end of a connection, as the judge and as the firewall see it. */
  private record Place(Host host, String address, String endpoint) {}

  /** The rules of each endpoint, of which no two are the same. */
  static SortedMap<String, SortedSet<WindowsRule>> read(
      SortedMap<String, List<Map<String, Object>>> calls) {
    SortedMap<String, SortedSet<WindowsRule>> rules = new TreeMap<>();
    calls.forEach(
        (endpoint, made) -> {
          SortedSet<WindowsRule> read = new TreeSet<>(made.stream().map(WindowsRule::of).toList());
          assertThat(read).as(endpoint + ": no rule twice").hasSameSizeAs(made);
          rules.put(endpoint, read);
        });
    return rules;
  }

  private static SortedMap<String, SortedSet<WindowsRule>> expected(
      Example example, Map<String, List<String>> inputs) {
    boolean group = example.options().getOrDefault("predefined", "rules").equals("group");
    return Reference.of(Fixture.AS_OF, example.documents())
        .windowsFirewall(new WindowsOptions(group, inputs));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examplesAndCatalog")
  void hasTheRulesThatTheDocumentsSayAndNoOther(Example example) throws IOException {
    Map<String, String> files = example.export().files();
    Map<String, List<String>> inputs = TestInputs.of(files, example.role());

    assertThat(read(RoleReader.calls(files, example.role(), inputs)))
        .isEqualTo(expected(example, inputs));
  }

  /** The test above notices what somebody changes in the variables. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "remoteip: \"10.20.0.10\"=remoteip: \"10.20.0.0/24\"",
        "remoteip: \"10.20.0.10\"=remoteip: \"any\"",
        "localport: \"389\"=localport: \"389-390\"",
        "remoteport: \"1024-65535\"=remoteport: \"any\"",
        "direction: \"in\"=direction: \"out\"",
        "action: \"allow\"=action: \"block\"",
        "protocol: \"udp\"=protocol: \"tcp\"",
        "program: \"System\"=program: \"any\"",
        "service: \"Eventlog\"=service: \"any\"",
        "profiles: [\"domain\", =profiles: [",
        "\"dns_server\":=\"dns_servers\":"
      })
  void noticesChanges(String change) throws IOException {
    String[] texts = change.split("=", 2);
    Example example = Examples.of(Examples.production());
    Map<String, String> files = new HashMap<>(example.export().files());
    files.computeIfPresent(
        "roles/rulecast_firewall/vars/main.yml",
        (path, text) -> {
          assertThat(text).contains(texts[0]);
          return text.replace(texts[0], texts[1]);
        });

    assertThat(read(RoleReader.calls(files, example.role(), Map.of())))
        .isNotEqualTo(expected(example, Map.of()));
  }

  @Test
  void noticesAnOptionThatIsLeftOut() throws IOException {
    Example example = Examples.of(Examples.production());
    Map<String, String> files = new HashMap<>(example.export().files());
    files.computeIfPresent(
        "roles/rulecast_firewall/vars/main.yml",
        (path, text) -> text.replace("      program: \"any\"\n", ""));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(RoleReader.calls(files, example.role(), Map.of())))
        .withMessageContaining("program is left out");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void permitsWhatTheDocumentsPermit(Example example) throws IOException {
    Map<String, String> files = example.export().files();
    Map<String, List<String>> inputs = TestInputs.of(files, example.role());
    Reference reference = Reference.of(Fixture.AS_OF, example.documents());
    SortedMap<String, List<Map<String, Object>>> calls =
        RoleReader.calls(files, example.role(), inputs);
    List<Endpoint> endpoints = example.fixture().policy(new AnsibleExporter()).endpoints();
    List<Place> places = places(endpoints, inputs);
    Services services = Services.of(calls);
    for (Place here : places) {
      List<Endpoint> belongsTo = endpoints.stream().filter(e -> belongs(here, e)).toList();
      boolean managed =
          !belongsTo.isEmpty() && belongsTo.stream().allMatch(e -> e.isManagedBy("ansible"));
      if (managed) {
        List<Map<String, Object>> rules = new ArrayList<>();
        belongsTo.forEach(e -> rules.addAll(calls.getOrDefault(e.id(), List.of())));
        rules.removeIf(rule -> !rule.containsKey("name"));
        for (Place there : places) {
          if (canTalk(here, there)) {
            services.check(new WindowsHost(rules), here.host, there.host, there.address, reference);
          }
        }
      }
    }
  }

  private static boolean belongs(Place place, Endpoint endpoint) {
    return endpoint.isBound()
        ? !place.host.address().isEmpty()
            && TestAddresses.contains(
                String.join(
                    ",", endpoint.addresses().ranges().stream().map(IpRange::toString).toList()),
                place.address)
        : endpoint.id().equals(place.endpoint);
  }

  /** Both have an address of one family. */
  private static boolean canTalk(Place here, Place there) {
    return here.address.contains(":") == there.address.contains(":");
  }

  private static List<Place> places(List<Endpoint> endpoints, Map<String, List<String>> inputs) {
    List<Place> places = new ArrayList<>();
    STRANGERS.forEach(address -> places.add(new Place(Host.at(address), address, "")));
    for (Endpoint endpoint : endpoints) {
      if (endpoint.isBound()) {
        for (IpRange range : endpoint.addresses().ranges()) {
          for (String address :
              new TreeSet<>(List.of(range.first().toString(), range.last().toString()))) {
            // No packet comes from the unspecified address.
            if (!address.equals("::")) {
              places.add(new Place(Host.at(address), address, endpoint.id()));
            }
          }
        }
      } else {
        List<String> given =
            inputs.getOrDefault(endpoint.id(), List.of("203.0.113.77", "2001:db8:77::77"));
        for (String item : given) {
          places.add(new Place(Host.of(endpoint.id()), TestAddresses.first(item), endpoint.id()));
        }
      }
    }
    return places;
  }

  /** Ports, programs and so on at which rules begin and end. */
  private record Services(Set<Integer> ports, Set<Integer> sourcePorts, Set<String> programs) {
    private static final int[] PROTOCOLS = {4, 47, 50, 51, 89, 112, 132};
    private static final int[][] ICMP = {
      {8, 0}, {3, 4}, {3, 3}, {11, 0}, {0, 0}, {128, 0}, {135, 0}
    };

    static Services of(SortedMap<String, List<Map<String, Object>>> calls) {
      Services services =
          new Services(
              new TreeSet<>(Set.of(9)), new TreeSet<>(Set.of(50_000)), new TreeSet<>(Set.of("")));
      calls
          .values()
          .forEach(
              rules ->
                  rules.forEach(
                      rule -> {
                        boolean in = "in".equals(rule.get("direction"));
                        add(services.ports, rule.get(in ? "localport" : "remoteport"));
                        add(services.sourcePorts, rule.get(in ? "remoteport" : "localport"));
                        String program = String.valueOf(rule.get("program"));
                        if (program.contains("\\")
                            && !program.toLowerCase(Locale.ROOT).startsWith("%systemroot%")) {
                          services.programs.add(program);
                        }
                      }));
      return services;
    }

    private static void add(Set<Integer> ports, Object list) {
      for (String item : String.valueOf(list).split(",", -1)) {
        if (item.matches("[0-9]+(-[0-9]+)?")) {
          String[] ends = item.split("-", 2);
          int first = Integer.parseInt(ends[0]);
          int last = Integer.parseInt(ends[ends.length - 1]);
          List.of(first - 1, first, last, last + 1).stream()
              .filter(port -> port >= 1 && port <= 65_535)
              .forEach(ports::add);
        }
      }
    }

    void check(WindowsHost firewall, Host here, Host there, String remote, Reference reference) {
      // Not every port with every source port: with more rules, fewer of the pairs.
      int step = 1 + ports.size() * sourcePorts.size() * programs.size() / 20;
      int next = 0;
      for (int protocol : new int[] {6, 17}) {
        for (int port : ports) {
          for (int sourcePort : sourcePorts) {
            if (next++ % step == 0) {
              check(firewall, here, there, remote, reference, protocol, port, 0, sourcePort);
            }
          }
        }
      }
      for (int[] icmp : ICMP) {
        int protocol = icmp[0] < 128 ? 1 : 58;
        if ((protocol == 58) == remote.contains(":")) {
          check(firewall, here, there, remote, reference, protocol, icmp[0], icmp[1], 0);
        }
      }
      for (int protocol : PROTOCOLS) {
        check(firewall, here, there, remote, reference, protocol, 0, 0, 0);
      }
    }

    private void check(
        WindowsHost firewall,
        Host here,
        Host there,
        String remote,
        Reference reference,
        int protocol,
        int portOrType,
        int code,
        int sourcePort) {
      boolean icmp = protocol == 1 || protocol == 58;
      int other = icmp ? code : sourcePort;
      boolean out = false;
      for (String program : programs) {
        Connection in =
            new Connection(there, here, protocol, portOrType, code, sourcePort, program);
        Packet packet = new Packet("in", remote, protocol, portOrType, other, program);
        require(firewall.permits(packet), reference.mayConnect(in), packet, here);
        out |=
            reference.mayConnect(
                new Connection(here, there, protocol, portOrType, code, sourcePort, program));
      }
      // Outbound rules do not know what listens at the other end.
      Packet outbound =
          icmp
              ? new Packet("out", remote, protocol, portOrType, code, "")
              : new Packet("out", remote, protocol, sourcePort, portOrType, "");
      require(firewall.permits(outbound), out, outbound, here);
    }

    private static void require(boolean permits, boolean expected, Packet packet, Host here) {
      if (permits != expected) {
        fail("%s must be %s at %s".formatted(packet, expected ? "permitted" : "refused", here));
      }
    }
  }
}
