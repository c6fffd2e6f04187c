package dev.rulecast.netappontap;

import dev.rulecast.exporter.Outcome;
import dev.rulecast.model.PortRange;
import dev.rulecast.netappontap.OntapService.Scope;
import dev.rulecast.netappontap.OntapService.ServicePort;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which service an allow needs at an endpoint, or why it is not written. */
final class AllowRules {
  private final NetAppOntapSettings settings;
  private final Services services;

  AllowRules(NetAppOntapSettings settings) {
    this.settings = settings;
    this.services = Services.of(settings.release());
  }

  /** What came of a flow: a service that it opens, or an outcome. */
  sealed interface Finding {
    /**
     * The flow opens a service.
     *
     * @param service the service
     * @param port its port that the flow names
     */
    record Opens(OntapService service, ServicePort port) implements Finding {}

    /** The flow is not written. */
    record Ends(Outcome outcome) implements Finding {}
  }

  Finding find(Flow flow) {
    Traffic traffic = flow.traffic();
    Optional<ServicePort> port = port(traffic);
    Optional<OntapService> service = port.flatMap(services::with);
    if (port.isEmpty() || service.isEmpty()) {
      return new Finding.Ends(withoutService(traffic));
    }
    return obstacle(flow, service.get())
        .<Finding>map(reason -> new Finding.Ends(Outcome.unsupported(reason)))
        .orElseGet(() -> new Finding.Opens(service.get(), port.get()));
  }

  private static Optional<ServicePort> port(Traffic traffic) {
    return traffic
        .ports()
        .filter(range -> range.first() == range.last())
        .map(range -> new ServicePort(traffic.protocol(), range.first()));
  }

  private Outcome withoutService(Traffic traffic) {
    Optional<DataProtocol> data = DataProtocol.of(traffic);
    if (data.isPresent()) {
      return Outcome.notApplicable(data.get().reason());
    }
    if (traffic.ports().isEmpty()) {
      return Outcome.unsupported(
          "ONTAP policies open services of TCP and UDP by name, and know none of the protocol "
              + traffic.protocol());
    }
    PortRange range = traffic.ports().get();
    List<ServicePort> within = services.portsWithin(traffic.protocol(), range);
    if (within.isEmpty()) {
      return Outcome.unsupported(
          "no service that ONTAP %s opens by name has the port %s %s"
              .formatted(settings.release(), traffic.protocol(), range));
    }
    return Outcome.unsupported(
        "ONTAP policies open services by name, and the ports %s %s are more than %s; name these alone"
            .formatted(
                traffic.protocol(),
                range,
                within.stream()
                    .map(port -> Integer.toString(port.number()))
                    .collect(Collectors.joining(", "))));
  }

  /** Why a flow cannot open the service that it needs. */
  private Optional<String> obstacle(Flow flow, OntapService service) {
    if (!flow.source().isBound()) {
      return Optional.of(
          "`%s` has no addresses, and ONTAP has no inputs".formatted(flow.source().id()));
    }
    if (settings.keeps(service)) {
      return Optional.of(
          "`keep` leaves %s open to everybody: delete it there, and the rules alone open it"
              .formatted(service.word()));
    }
    Optional<Scope> scope = settings.servicePolicy().flatMap(AllowRules::scopeOf);
    if (scope.isPresent() && service.scope() != Scope.EVERY_SVM && scope.get() != service.scope()) {
      return Optional.of(
          "%s is a service of %s, and `%s` is a service policy of %s"
              .formatted(
                  service.word(),
                  owner(service.scope()),
                  settings.servicePolicy().get(),
                  owner(scope.get())));
    }
    return Optional.empty();
  }

  /** The kind of SVM that has one of ONTAP's own service policies; both have default-management. */
  private static Optional<Scope> scopeOf(ObjectName servicePolicy) {
    if (servicePolicy.text().startsWith("default-data-")) {
      return Optional.of(Scope.DATA_SVM);
    }
    boolean system =
        servicePolicy.text().equals("default-intercluster")
            || servicePolicy.text().equals("default-route-announce");
    return system ? Optional.of(Scope.SYSTEM_SVM) : Optional.empty();
  }

  /** The SVMs of a scope, in words. */
  static String owner(Scope scope) {
    return switch (scope) {
      case EVERY_SVM -> "every SVM";
      case DATA_SVM -> "data SVMs";
      case SYSTEM_SVM -> "the cluster's own SVM";
    };
  }
}
