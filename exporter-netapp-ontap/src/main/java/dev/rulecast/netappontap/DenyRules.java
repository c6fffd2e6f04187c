package dev.rulecast.netappontap;

import dev.rulecast.exporter.Outcome;
import dev.rulecast.model.PortRange;
import dev.rulecast.netappontap.OntapService.ServicePort;
import dev.rulecast.policy.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether what an endpoint gets refuses what a deny refuses. The deny overlaps no allow that is
 * written, so it is enough that the policies open the denied ports to nobody else.
 */
final class DenyRules {
  private final EndpointBuilder endpoint;
  private final Services services;

  DenyRules(EndpointBuilder endpoint) {
    this.endpoint = endpoint;
    this.services = Services.of(endpoint.settings().release());
  }

  /** The outcome of a deny; where it needs entries that deny, the endpoint gets them. */
  Outcome decide(Traffic traffic) {
    Optional<List<ServicePort>> ports = governedPorts(traffic);
    if (ports.isEmpty()) {
      return DataProtocol.of(traffic)
          .map(data -> Outcome.notApplicable(data.reason()))
          .orElse(
              Outcome.unsupported(
                  "ONTAP policies govern only the services that they know by name, and this deny"
                      + " rule is for more"));
    }
    if (!endpoint.isWritten()) {
      return Outcome.unsupported(
          "no policy is written for `%s`, to which nothing is permitted"
              .formatted(endpoint.endpoint().id()));
    }
    List<OntapService> unopened = new ArrayList<>();
    for (ServicePort port : ports.get()) {
      services.with(port).filter(service -> !endpoint.opens(service)).ifPresent(unopened::add);
    }
    for (OntapService service : unopened) {
      Optional<String> obstacle = obstacle(service);
      if (obstacle.isPresent()) {
        return Outcome.unsupported(obstacle.get());
      }
    }
    endpoint.deny(unopened);
    return Outcome.exact();
  }

  /** The ports of some traffic, if each is one of a service. */
  private Optional<List<ServicePort>> governedPorts(Traffic traffic) {
    if (traffic.ports().isEmpty()) {
      return Optional.empty();
    }
    PortRange range = traffic.ports().get();
    List<ServicePort> ports = services.portsWithin(traffic.protocol(), range);
    return ports.size() == range.last() - range.first() + 1 ? Optional.of(ports) : Optional.empty();
  }

  /** Why a service that no rule opens may be open all the same. */
  private Optional<String> obstacle(OntapService service) {
    NetAppOntapSettings settings = endpoint.settings();
    if (settings.keeps(service)) {
      return Optional.of("`keep` leaves %s open to everybody".formatted(service.word()));
    }
    if (!service.isFirewallService()) {
      return Optional.of(
          "the present service policy, with which the new one begins, may permit %s: allow it to"
                  .formatted(service.word())
              + " those who need it, and nobody else has it");
    }
    return endpoint.writesFirewallPolicy()
        ? Optional.empty()
        : Optional.of(
            "the present firewall policy stays, and may permit %s".formatted(service.word()));
  }
}
