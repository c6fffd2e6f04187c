package dev.rulecast.netappontap;

import dev.rulecast.netappontap.oracle.Cluster;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.reference.Expectation;
import dev.rulecast.testkit.reference.Expectation.Asked;
import dev.rulecast.testkit.reference.Expectation.Special;
import dev.rulecast.testkit.reference.PlatformTable;
import dev.rulecast.testkit.reference.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What filers should have open, from the documents and NetApp's tables alone: a service opens
 * through a rule for exactly one of its ports, for sources that have addresses, unless it stays
 * open to everybody or a deny is about one of its ports.
 */
final class ExpectedFiler {
  private static final int TCP = 6;
  private static final int UDP = 17;

  /** SMB with NetBIOS; NFS with its helpers; iSCSI; NVMe/TCP. */
  private static final int[][] DATA = {
    {137, 139},
    {445, 445},
    {111, 111},
    {635, 635},
    {2049, 2049},
    {4045, 4046},
    {4049, 4049},
    {3260, 3260},
    {4420, 4420},
    {8009, 8009}
  };

  private final Expectation expectation;
  private final Set<String> services;
  private final List<Asked> asked;
  private final Set<String> allows = new TreeSet<>();

  /** Filers that share a name with one that needs another policy, so that neither gets any. */
  private final Set<String> conflicting = new TreeSet<>();

  ExpectedFiler(Fixture fixture, String release) {
    this.expectation =
        Reference.of(Fixture.AS_OF, fixture.ruleSets(), fixture.environment().orElse(""))
            .expectation(PlatformTable.ONTAP, Special.NONE);
    this.services = new TreeSet<>(Cluster.services(release));
    // It is open wherever NFS is, whatever policies say.
    this.services.remove("management-portmap");
    this.asked = expectation.asked();
    asked.stream().filter(one -> !one.deny()).forEach(one -> allows.add(one.rule()));
    Map<String, Needs> needs = new TreeMap<>();
    for (String filer : filers()) {
      List<Asked> opening = opening(filer);
      if (!opening.isEmpty()) {
        needs.put(filer, needs(filer, opening));
      }
    }
    for (String filer : needs.keySet()) {
      for (String other : needs.keySet()) {
        if (sharesName(filer, other) && !needs.get(filer).equals(needs.get(other))) {
          conflicting.add(filer);
        }
      }
    }
  }

  /**
   * What a filer's policy consists of.
   *
   * @param policy its name
   * @param settings what else the settings say
   * @param keepsFor the families of addresses for which services stay open
   * @param clients those that each service is opened for
   */
  private record Needs(
      String policy,
      List<String> settings,
      Set<String> keepsFor,
      Map<String, Set<String>> clients) {}

  private Needs needs(String filer, List<Asked> opening) {
    List<String> keep = expectation.settings(filer, "keep");
    Set<String> families = new TreeSet<>();
    for (String network : expectation.addressesOf(filer)) {
      families.add(network.contains(":") ? "IPv6" : "IPv4");
    }
    Map<String, Set<String>> clients = new TreeMap<>();
    for (Asked one : opening) {
      Set<String> ofService =
          clients.computeIfAbsent(service(one).orElseThrow(), any -> new TreeSet<>());
      expectation.samples().hosts().stream()
          .filter(client -> isClient(one, client))
          .forEach(ofService::add);
    }
    return new Needs(
        expectation.setting(filer, "policy"),
        List.of(
            String.join(",", keep),
            expectation.setting(filer, "servicePolicy"),
            expectation.setting(filer, "firewallPolicy")),
        keep.isEmpty() ? Set.of() : families.isEmpty() ? Set.of("IPv4") : families,
        clients);
  }

  /** The allows that open something for a filer. */
  private List<Asked> opening(String filer) {
    return asked.stream().filter(one -> one.destination().equals(filer) && opens(one)).toList();
  }

  /** Whether two endpoints name one LIF or one policy. */
  private boolean sharesName(String filer, String other) {
    return expectation.setting(filer, "policy").equals(expectation.setting(other, "policy"))
        || !Collections.disjoint(lifs(filer), lifs(other));
  }

  private List<String> lifs(String filer) {
    return expectation.settings(filer, "lifs");
  }

  /** The LIFs of all filers. */
  SortedSet<String> lifs() {
    SortedSet<String> lifs = new TreeSet<>();
    filers().forEach(filer -> lifs.addAll(lifs(filer)));
    return lifs;
  }

  /** The endpoints that name a LIF of this one, or a LIF of one of those, and this one. */
  private Set<String> sameMachine(String filer) {
    Set<String> same = new TreeSet<>(Set.of(filer));
    boolean more = true;
    while (more) {
      Set<String> lifs = new TreeSet<>();
      same.forEach(one -> lifs.addAll(lifs(one)));
      more =
          same.addAll(
              filers().stream().filter(one -> !Collections.disjoint(lifs, lifs(one))).toList());
    }
    return same;
  }

  /** Endpoints with settings, whether or not the platform manages them. */
  SortedSet<String> filers() {
    SortedSet<String> filers = new TreeSet<>(expectation.endpoints());
    filers.removeIf(endpoint -> expectation.setting(endpoint, "vserver").isEmpty());
    return filers;
  }

  private boolean isManaged(String endpoint) {
    return expectation.isManaged(endpoint);
  }

  boolean isOfAnAllow(String outcome) {
    String[] words = outcome.split(" ", 3);
    return words[1].equals("inbound") && allows.contains(words[0]);
  }

  SortedSet<String> outcomesOfAllows() {
    SortedSet<String> outcomes = new TreeSet<>();
    for (Asked one : asked) {
      if (!one.deny() && isManaged(one.destination())) {
        outcomes.add(one.rule() + " inbound " + outcome(one));
      }
    }
    return outcomes;
  }

  private String outcome(Asked allow) {
    if (!filers().contains(allow.destination())
        || asked.stream()
            .anyMatch(deny -> deny.deny() && isMissing(deny) && overlap(deny, allow))) {
      return "unsupported";
    }
    Optional<String> service = service(allow);
    if (service.isEmpty()) {
      return isData(allow) ? "not-applicable" : "unsupported";
    }
    if (!opens(allow) || conflicting.contains(allow.destination())) {
      return "unsupported";
    }
    String lost =
        (allow.hasSourcePorts() ? " sourcePorts" : "")
            + (allow.hasProgram() ? " program" : "")
            + (opensMorePorts(allow) ? " ports" : "");
    return lost.isEmpty() ? "exact" : "wider" + lost;
  }

  /** Whether no platform like this one could write a deny. */
  private boolean isMissing(Asked deny) {
    return !isManaged(deny.destination()) || deny.hasSourcePorts() || deny.hasProgram();
  }

  private boolean overlap(Asked deny, Asked allow) {
    boolean services =
        deny.protocol() < 0
            || allow.protocol() < 0
            || (deny.protocol() == allow.protocol()
                && (!hasPorts(deny)
                    || (deny.first() <= allow.last() && allow.first() <= deny.last())));
    return services
        && expectation.mayOverlap(deny.source(), allow.source())
        && expectation.mayOverlap(deny.destination(), allow.destination());
  }

  private static boolean isData(Asked one) {
    for (int[] ports : DATA) {
      if (hasPorts(one) && ports[0] <= one.first() && one.last() <= ports[1]) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasPorts(Asked one) {
    return one.protocol() == TCP || one.protocol() == UDP;
  }

  private static String port(Asked one) {
    return (one.protocol() == TCP ? "tcp/" : "udp/") + one.first();
  }

  /** The service of the only port of an allow. */
  private Optional<String> service(Asked one) {
    if (!hasPorts(one) || one.first() != one.last()) {
      return Optional.empty();
    }
    return services.stream().filter(name -> Cluster.ports(name).contains(port(one))).findFirst();
  }

  /** Whether an allow to a filer opens a service. */
  private boolean opens(Asked allow) {
    Optional<String> service = service(allow);
    return !allow.deny()
        && isManaged(allow.destination())
        && filers().contains(allow.destination())
        && service.isPresent()
        && expectation.isBound(allow.source())
        && !expectation.settings(allow.destination(), "keep").contains(service.get())
        && asked.stream().noneMatch(one -> one.deny() && refuses(one, allow, service.get()));
  }

  /** Whether a deny is about a port of a service that an allow would open. */
  private boolean refuses(Asked deny, Asked allow, String service) {
    return expectation.mayOverlap(deny.source(), allow.source())
        && (expectation.mayOverlap(deny.destination(), allow.destination())
            || sameMachine(allow.destination()).contains(deny.destination()))
        && Cluster.ports(service).stream().anyMatch(port -> isAbout(deny, port));
  }

  private static boolean isAbout(Asked one, String port) {
    int number = Integer.parseInt(port.substring(4));
    boolean protocol = one.protocol() < 0 || one.protocol() == (port.startsWith("tcp") ? TCP : UDP);
    return protocol && (one.first() < 0 || (one.first() <= number && number <= one.last()));
  }

  /** Whether no rules open the other ports of the service for all of its clients. */
  private boolean opensMorePorts(Asked allow) {
    Set<String> others = new TreeSet<>(Cluster.ports(service(allow).orElseThrow()));
    others.remove(port(allow));
    for (String client : expectation.samples().hosts()) {
      if (isClient(allow, client)) {
        for (String port : others) {
          boolean opened =
              asked.stream()
                  .anyMatch(
                      one ->
                          opens(one)
                              && one.destination().equals(allow.destination())
                              && port(one).equals(port)
                              && isClient(one, client));
          if (!opened) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether a host is a source, of a family that the filer has. */
  private boolean isClient(Asked one, String client) {
    List<String> own = expectation.addressesOf(one.destination());
    boolean family =
        own.isEmpty() || own.stream().anyMatch(n -> n.contains(":") == client.contains(":"));
    return family && expectation.endpointsOf(client).contains(one.source());
  }

  /** Where LIFs of a cluster have open something else than they should. */
  List<String> differences(Cluster cluster, Collection<String> outcomes) {
    List<String> differences = new ArrayList<>();
    Set<String> ports = new TreeSet<>();
    services.forEach(service -> ports.addAll(Cluster.ports(service)));
    ports.addAll(Set.of("tcp/21", "tcp/24", "tcp/445", "udp/137", "tcp/8080"));
    List<Asked> opening =
        asked.stream().filter(a -> opens(a) && !conflicting.contains(a.destination())).toList();
    for (String lif : lifs()) {
      Set<String> owners = new TreeSet<>(filers());
      owners.removeIf(owner -> !lifs(owner).contains(lif));
      List<Asked> here = opening.stream().filter(a -> owners.contains(a.destination())).toList();
      // Who gets a policy has the same as the others that do.
      Set<String> left =
          leftOpen(here.isEmpty() ? owners.iterator().next() : here.get(0).destination(), here);
      for (String client : expectation.samples().hosts()) {
        for (String port : ports) {
          boolean open = cluster.lets("svm1", lif, client, port);
          boolean asMeant = here.stream().anyMatch(a -> isClient(a, client) && sharesPort(a, port));
          boolean exempt = left.contains(port);
          if ((asMeant && !open) || (open && !asMeant && !exempt)) {
            differences.add((open ? "open: " : "closed: ") + client + " " + port + " " + lif);
          }
          if (open
              && asked.stream()
                  .anyMatch(d -> isRefused(d, owners, client, port, outcomes, exempt))) {
            differences.add("denied, but open: " + client + " " + port + " " + lif);
          }
        }
      }
    }
    return differences;
  }

  private boolean sharesPort(Asked allow, String port) {
    return Cluster.ports(service(allow).orElseThrow()).contains(port);
  }

  /** A deny that is reported as exact holds even where the settings leave something open. */
  private boolean isRefused(
      Asked deny,
      Set<String> owners,
      String client,
      String port,
      Collection<String> outcomes,
      boolean exempt) {
    String inbound = deny.rule() + " inbound ";
    boolean exact =
        outcomes.contains(inbound + "exact")
            && outcomes.stream().noneMatch(o -> o.startsWith(inbound) && !o.endsWith(" exact"));
    return deny.deny()
        && (!exempt || (owners.contains(deny.destination()) && exact))
        && owners.stream().anyMatch(owner -> expectation.mayOverlap(deny.destination(), owner))
        && isClient(deny, client)
        && isAbout(deny, port);
  }

  /** Ports that the present policies or the settings leave open to everybody. */
  private Set<String> leftOpen(String filer, List<Asked> opening) {
    Set<String> left = new TreeSet<>();
    List<String> keep = expectation.settings(filer, "keep");
    keep.forEach(service -> left.addAll(Cluster.ports(service)));
    boolean firewall =
        opening.stream()
            .anyMatch(
                allow ->
                    !service(allow).orElseThrow().startsWith("management-")
                        && !service(allow).orElseThrow().startsWith("backup-")
                        && !service(allow).orElseThrow().startsWith("data-"));
    // Where nothing is written, or no firewall policy, the present one stays.
    if (opening.isEmpty() || (!firewall && keep.isEmpty())) {
      List.of("dns", "ndmp", "ndmps", "portmap").forEach(s -> left.addAll(Cluster.ports(s)));
    }
    boolean opensDns = opening.stream().anyMatch(allow -> sharesPort(allow, "udp/53"));
    if (!opensDns && services.contains("data-dns-server")) {
      left.addAll(Cluster.ports("data-dns-server"));
    }
    return left;
  }
}
