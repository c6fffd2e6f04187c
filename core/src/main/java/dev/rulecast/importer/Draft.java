package dev.rulecast.importer;

import dev.rulecast.model.Action;
import dev.rulecast.model.IcmpType;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import dev.rulecast.model.RuleNote;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A rule whose endpoints and id are still names.
 *
 * @param id what the table calls it, if it does
 * @param action allow or deny
 * @param sources who opens connections; not empty
 * @param destinations who accepts them; not empty
 * @param protocols not empty
 * @param ports destination ports as the table lists them
 * @param custom whether there is also a port that is chosen on installation
 * @param sourcePorts ports at the source; empty: every port
 * @param icmpTypes types of ICMP; empty: every type
 * @param program the program that listens
 * @param note what people want to know
 * @param expires the last day
 */
record Draft(
    Optional<String> id,
    Action action,
    List<EndpointName> sources,
    List<EndpointName> destinations,
    List<Protocol> protocols,
    List<PortRange> ports,
    boolean custom,
    List<PortRange> sourcePorts,
    List<IcmpType> icmpTypes,
    Optional<String> program,
    RuleNote note,
    Optional<LocalDate> expires) {

  Draft between(List<EndpointName> from, List<EndpointName> to) {
    return new Draft(
        id,
        action,
        from,
        to,
        protocols,
        ports,
        custom,
        sourcePorts,
        icmpTypes,
        program,
        note,
        expires);
  }

  Draft with(List<Protocol> otherProtocols, List<PortRange> otherPorts, boolean withCustom) {
    return new Draft(
        id,
        action,
        sources,
        destinations,
        otherProtocols,
        otherPorts,
        withCustom,
        sourcePorts,
        icmpTypes,
        program,
        note,
        expires);
  }

  Draft from(List<PortRange> ports) {
    return new Draft(
        id,
        action,
        sources,
        destinations,
        protocols,
        this.ports,
        custom,
        ports,
        icmpTypes,
        program,
        note,
        expires);
  }
}
