package com.example.rulecast;

import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import java.util.Collection;
import java.util.stream.Collectors;

/** What the template prints for one demand; public, because templates read it. */
public record Row(
    String direction,
    String action,
    String source,
    String sourceAddresses,
    String destination,
    String destinationAddresses,
    String protocol,
    String ports,
    String sourcePorts,
    String program,
    String purpose,
    String rules) {

  static Row of(FlowDemand demand) {
    Flow flow = demand.flow();
    return new Row(
        demand.side().word(),
        flow.action().word(),
        flow.source().id(),
        addresses(flow.source(), flow),
        flow.destination().id(),
        addresses(flow.destination(), flow),
        flow.traffic().protocol().toString(),
        flow.traffic().service(),
        words(flow.traffic().sourcePorts()),
        flow.traffic().program().orElse(""),
        String.join("\n", flow.purposes()),
        String.join(" ", flow.references()));
  }

  /** Only those that the flow can use: IPv4 with IPv4, IPv6 with IPv6. */
  private static String addresses(Endpoint endpoint, Flow flow) {
    return words(
        endpoint.addresses().cidrs().stream()
            .filter(cidr -> flow.families().contains(cidr.family()))
            .toList());
  }

  private static String words(Collection<?> items) {
    return items.stream().map(Object::toString).collect(Collectors.joining(" "));
  }
}
