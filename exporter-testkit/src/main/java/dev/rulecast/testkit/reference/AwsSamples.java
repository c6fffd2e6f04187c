package dev.rulecast.testkit.reference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Machines and packets of which each differs from the others to some rule or some permission. */
record AwsSamples(
    SortedMap<String, Endpoint> endpoints, List<Rule> rules, SortedSet<Permission> permissions) {
  /**
   * One machine.
   *
   * @param address its address
   * @param endpoints to which it belongs
   * @param peers what permissions call it: {@code group:web}, {@code cidr:10.0.0.0/8}
   */
  record Machine(String address, Family family, Set<String> endpoints, Set<String> peers) {}

  /** One kind of packet. */
  record Packet(int protocol, int portOrType, int code) {
    boolean isOf(Family family) {
      return Protocols.families(protocol).contains(family);
    }

    boolean isAcceptedBy(Rule rule) {
      return rule.services().stream().anyMatch(this::isAcceptedBy);
    }

    boolean isAcceptedBy(Service service) {
      return service.accepts(
          new Connection(Host.of(""), Host.of(""), protocol, portOrType, code, 0, ""));
    }

    /** As EC2 reads a permission. */
    boolean isAcceptedBy(Permission permission) {
      int from = permission.fromPort().orElse(-2);
      int to = permission.toPort().orElse(-2);
      return switch (permission.ipProtocol()) {
        case "-1" -> true;
        case "tcp" -> protocol == Protocols.TCP && from <= portOrType && portOrType <= to;
        case "udp" -> protocol == Protocols.UDP && from <= portOrType && portOrType <= to;
        case "icmp" -> protocol == Protocols.ICMP && isMessage(from, to);
        case "icmpv6" -> protocol == Protocols.ICMPV6 && isMessage(from, to);
        default -> protocol == Integer.parseInt(permission.ipProtocol());
      };
    }

    private boolean isMessage(int type, int ofCode) {
      return (type == -1 || type == portOrType) && (ofCode == -1 || ofCode == code);
    }
  }

  /** Machines at the first address of each stretch in which none differs from another. */
  List<Machine> machines(AwsOptions options) {
    Map<String, Addresses> peers = new TreeMap<>();
    for (Endpoint endpoint : endpoints.values()) {
      String group = endpoint.aws().get("securityGroup");
      if (group != null || endpoint.managedByAws()) {
        peers.put("group:" + (group == null ? endpoint.id() : group), endpoint.addresses());
      }
      String list = endpoint.aws().get("prefixList");
      if (list != null) {
        peers.put("prefix-list:" + list, endpoint.addresses());
      }
      options.inputs().getOrDefault(endpoint.id(), List.of()).stream()
          .filter(input -> input.startsWith("pl-"))
          .forEach(input -> peers.put("prefix-list:" + input, endpoint.addresses()));
    }
    for (Permission permission : permissions) {
      if (permission.peer().startsWith("cidr:")) {
        peers.put(permission.peer(), Addresses.of(List.of(permission.peer().substring(5))));
      }
    }
    TreeSet<String> starts = new TreeSet<>(Set.of("0.0.0.0", "::"));
    Stream.concat(peers.values().stream(), endpoints.values().stream().map(Endpoint::addresses))
        .flatMap(addresses -> addresses.boundaries().stream())
        .forEach(starts::add);
    Map<String, Machine> different = new LinkedHashMap<>();
    for (String address : starts) {
      Set<String> own = new TreeSet<>();
      endpoints.values().stream()
          .filter(endpoint -> endpoint.addresses().contains(address))
          .forEach(endpoint -> own.add(endpoint.id()));
      Set<String> as = new TreeSet<>();
      peers.forEach(
          (peer, addresses) -> {
            if (addresses.contains(address)) {
              as.add(peer);
            }
          });
      Family family = Family.of(address);
      different.putIfAbsent(family + " " + own + as, new Machine(address, family, own, as));
    }
    return List.copyOf(different.values());
  }

  /** Packets that differ to some rule or permission, and one that none of them names. */
  List<Packet> packets() {
    Set<Integer> ports = new TreeSet<>(Set.of(1));
    Set<Integer> types = new TreeSet<>(Set.of(200));
    Set<Integer> codes = new TreeSet<>(Set.of(77));
    Set<Integer> protocols = new TreeSet<>(Set.of(99, 47, 50, 51));
    for (Rule rule : rules) {
      for (Service service : rule.services()) {
        protocols.add(service.protocol());
        add(service.first(), service.last(), ports, types, codes);
      }
    }
    for (Permission permission : permissions) {
      add(permission.fromPort().orElse(-1), permission.toPort().orElse(-1), ports, types, codes);
    }
    List<Packet> all = new ArrayList<>();
    for (int protocol : List.of(Protocols.TCP, Protocols.UDP)) {
      ports.forEach(port -> all.add(new Packet(protocol, port, 0)));
    }
    for (int protocol : List.of(Protocols.ICMP, Protocols.ICMPV6)) {
      types.forEach(type -> codes.forEach(code -> all.add(new Packet(protocol, type, code))));
    }
    protocols.stream()
        .filter(p -> p > 0 && !Protocols.hasPorts(p) && !Protocols.isIcmp(p))
        .forEach(protocol -> all.add(new Packet(protocol, 0, 0)));
    return different(all);
  }

  private static void add(
      int first, int last, Set<Integer> ports, Set<Integer> types, Set<Integer> codes) {
    ports.add(Math.max(first, 1));
    ports.add(Math.min(Math.max(last + 1, 1), Ports.MAX));
    if (first >= 0 && first <= 255) {
      types.add(first);
    }
    if (last >= 0 && last <= 255) {
      codes.add(last);
    }
  }

  private List<Packet> different(List<Packet> all) {
    List<Service> services = rules.stream().flatMap(rule -> rule.services().stream()).toList();
    Map<String, Packet> different = new LinkedHashMap<>();
    for (Packet packet : all) {
      BitSet accepting = new BitSet();
      int number = 0;
      for (Service service : services) {
        accepting.set(number++, packet.isAcceptedBy(service));
      }
      for (Permission permission : permissions) {
        accepting.set(number++, packet.isAcceptedBy(permission));
      }
      different.putIfAbsent(Protocols.families(packet.protocol) + " " + accepting, packet);
    }
    return List.copyOf(different.values());
  }
}
