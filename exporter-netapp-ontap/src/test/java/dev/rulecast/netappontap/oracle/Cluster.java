package dev.rulecast.netappontap.oracle;

import dev.rulecast.netappontap.oracle.Problem.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A cluster of some release. */
public final class Cluster {
  private final Version version;
  private final Grammar grammar;
  private final Map<String, Svm> svms = new TreeMap<>();
  private boolean advanced;

  /** A cluster without SVMs. */
  public Cluster(String release) {
    this.version = Version.of(release);
    this.grammar = new Grammar(version);
  }

  /** The same with the data SVM and the LIF of the vendor's example, as ONTAP makes them. */
  public static Cluster ofVendor(String release) {
    return new Cluster(release).withDataSvm("svm1").withLif("svm1", "vs1-cifs-lif1");
  }

  /** Adds an SVM that serves data. */
  public Cluster withDataSvm(String name) {
    svms.put(name, new Svm(version, true));
    return this;
  }

  /** Adds the cluster's own SVM. */
  public Cluster withSystemSvm(String name) {
    svms.put(name, new Svm(version, false));
    return this;
  }

  /** Adds a LIF with the policies that it has by default. */
  public Cluster withLif(String svm, String lif) {
    return withLif(svm, lif, "data", svm(svm).data ? "default-data-files" : "default-intercluster");
  }

  /** Adds a LIF with some policies. */
  public Cluster withLif(String svm, String lif, String firewallPolicy, String servicePolicy) {
    svm(svm).lifs.put(lif, new Svm.Lif(firewallPolicy, version.isFrom(906) ? servicePolicy : ""));
    return this;
  }

  /** Adds a service policy, or changes one. */
  public Cluster withServicePolicy(String svm, String policy, Map<String, Set<String>> services) {
    svm(svm).servicePolicies.put(policy, copy(services));
    return this;
  }

  private Svm svm(String name) {
    return Optional.ofNullable(svms.get(name)).orElseThrow();
  }

  private static Map<String, Set<String>> copy(Map<String, Set<String>> services) {
    Map<String, Set<String>> copy = new TreeMap<>();
    services.forEach((service, addresses) -> copy.put(service, new TreeSet<>(addresses)));
    return copy;
  }

  /** Runs every line, whatever became of those before, and tells what was refused. */
  public List<Problem> run(String script) {
    List<Problem> problems = new ArrayList<>();
    int number = 0;
    advanced = false;
    for (String line : script.lines().toList()) {
      number++;
      Optional<Kind> refused = run(line, number);
      if (refused.isPresent()) {
        problems.add(new Problem(number, refused.get(), line));
      }
    }
    if (advanced) {
      problems.add(new Problem(number, Kind.SESSION, "still advanced"));
    }
    return problems;
  }

  private Optional<Kind> run(String line, int number) {
    // In a terminal the question mark calls help, wherever it stands.
    if (line.isEmpty() || !line.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '?')) {
      return Optional.of(Kind.SYNTAX);
    }
    if (line.startsWith("# ")) {
      return Optional.empty();
    }
    Optional<CommandLine> command = CommandLine.parse(line);
    Optional<Grammar.Form> form = command.flatMap(c -> grammar.form(c.words()));
    boolean known =
        form.isPresent()
            && command.get().parameters().keySet().containsAll(form.get().required())
            && command.get().parameters().keySet().stream().allMatch(form.get()::takes);
    if (!known) {
      return Optional.of(Kind.SYNTAX);
    }
    if (form.get().advanced() && !advanced) {
      return Optional.of(Kind.PRIVILEGE);
    }
    return run(command.get());
  }

  private Optional<Kind> run(CommandLine command) {
    String words = command.words();
    if (words.equals("set")) {
      return set(command);
    }
    if (words.endsWith(" show")) {
      return show(command);
    }
    String vserver = command.has("-vserver") ? command.get("-vserver") : onlySvm();
    Svm svm = svms.get(vserver);
    if (svm == null) {
      return Optional.of(Kind.MISSING);
    }
    if (words.equals("network interface modify")) {
      return modifyLif(svm, command);
    }
    boolean firewall = words.startsWith("system services firewall");
    PolicyRun run = new PolicyRun(version, svm, firewall, command);
    return firewall && version.isFrom(910) ? Optional.of(Kind.USELESS) : run.run();
  }

  /** In 8.2 a policy may do without an SVM. */
  private String onlySvm() {
    return svms.keySet().iterator().next();
  }

  private Optional<Kind> set(CommandLine command) {
    boolean wantsAdvanced = command.get("-privilege").equals("advanced");
    boolean asks = wantsAdvanced && !command.get("-confirmations").equals("off");
    if (asks || (!wantsAdvanced && !command.get("-privilege").equals("admin"))) {
      return Optional.of(Kind.SYNTAX);
    }
    advanced = wantsAdvanced;
    return Optional.empty();
  }

  private Optional<Kind> show(CommandLine command) {
    Svm svm = svms.get(command.get("-vserver"));
    boolean dangling =
        (command.has("-vserver") && svm == null)
            || (command.has("-lif") && (svm == null || !svm.lifs.containsKey(command.get("-lif"))));
    Set<String> fields = Set.of("firewall-policy", "service-policy");
    boolean strange =
        command.has("-fields")
            && !fields.containsAll(List.of(command.get("-fields").split(",", -1)));
    if (strange) {
      return Optional.of(Kind.SYNTAX);
    }
    return dangling ? Optional.of(Kind.MISSING) : Optional.empty();
  }

  private static Optional<Kind> modifyLif(Svm svm, CommandLine command) {
    Svm.Lif lif = svm.lifs.get(command.get("-lif"));
    boolean firewall = command.has("-firewall-policy");
    boolean service = command.has("-service-policy");
    boolean dangling =
        lif == null
            || (firewall && !svm.firewallPolicies.containsKey(command.get("-firewall-policy")))
            || (service && !svm.servicePolicies.containsKey(command.get("-service-policy")));
    if (dangling) {
      return Optional.of(Kind.MISSING);
    }
    if (firewall) {
      lif.firewallPolicy = command.get("-firewall-policy");
    }
    if (service) {
      lif.servicePolicy = command.get("-service-policy");
    }
    return Optional.empty();
  }

  /** What a LIF has open: addresses by service. */
  public Map<String, Set<String>> opened(String svmName, String lifName) {
    Svm svm = svm(svmName);
    Svm.Lif lif = Optional.ofNullable(svm.lifs.get(lifName)).orElseThrow();
    Map<String, Set<String>> opened = new TreeMap<>();
    if (!version.isFrom(910)) {
      opened.putAll(svm.firewallPolicies.getOrDefault(lif.firewallPolicy, Map.of()));
    }
    opened.putAll(svm.servicePolicies.getOrDefault(lif.servicePolicy, Map.of()));
    opened.values().removeIf(Collection::isEmpty);
    return copy(opened);
  }

  /** Whether a LIF lets an address in to a port of a management service. */
  public boolean lets(String svm, String lif, String address, String port) {
    return opened(svm, lif).entrySet().stream()
        .anyMatch(
            entry ->
                ServiceTables.ports(entry.getKey()).contains(port)
                    && Networks.contain(entry.getValue(), address));
  }

  /** The services that policies of a release have on a data SVM, firewall services first. */
  public static Set<String> services(String release) {
    Version version = Version.of(release);
    Set<String> services = new LinkedHashSet<>();
    if (!version.isFrom(910)) {
      services.addAll(ServiceTables.firewall(version));
    }
    if (version.isFrom(906)) {
      services.addAll(ServiceTables.dataSvm(version));
    }
    return services;
  }

  /** The ports of a service, as {@code tcp/443}. */
  public static Set<String> ports(String service) {
    return ServiceTables.ports(service);
  }

  /** Everything that commands can change, for comparisons. */
  public String state() {
    StringBuilder state = new StringBuilder();
    svms.forEach(
        (name, svm) ->
            state
                .append(name)
                .append("\n  firewall policies: ")
                .append(svm.firewallPolicies)
                .append("\n  service policies: ")
                .append(svm.servicePolicies)
                .append("\n  LIFs: ")
                .append(svm.lifs)
                .append('\n'));
    return state.toString();
  }
}
