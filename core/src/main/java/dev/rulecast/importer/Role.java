package dev.rulecast.importer;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a column of a port table says of the connections of its rows. */
enum Role {
  /** Ports of those who accept the connections, perhaps with protocols. */
  PORT,
  /** Ports of those who open them. */
  SOURCE_PORT,
  /** IP protocols. */
  PROTOCOL,
  /** Who opens them. */
  SOURCE,
  /** Who accepts them. */
  DESTINATION,
  /** The machine that the row is about, which opens or accepts them. */
  LOCAL,
  /** Whom that machine talks to. */
  PEER,
  /** Whether that machine opens or accepts them. */
  DIRECTION,
  /** Why they are needed. */
  PURPOSE,
  /** What listens. */
  SERVICE,
  /** Anything else. */
  NOTES,
  /** Whether they are allowed. */
  ACTION,
  /** ICMP types. */
  ICMP_TYPE,
  /** The program that listens. */
  PROGRAM,
  /** Who answers for the rule. */
  OWNER,
  /** Where it was asked for. */
  TICKET,
  /** The last day of the rule. */
  EXPIRES,
  /** The rule's id. */
  ID,
  /** The number of the row, which says nothing. */
  ORDINAL;

  private static final Map<String, Role> BY_HEADING = headings();

  /** The role of a column with this heading, if it has one that is known. */
  static Optional<Role> of(String heading) {
    return Optional.ofNullable(BY_HEADING.get(words(heading)));
  }

  /** The heading in lower-case words, {@code Port(s)} being {@code ports}. */
  static String words(String heading) {
    String plain = heading.replace("(s)", "s").replace("(S)", "s").replace("(es)", "es");
    return heading.strip().equals("#") ? "#" : Words.of(plain);
  }

  private static Map<String, Role> headings() {
    Map<String, Role> headings = new TreeMap<>();
    put(
        headings,
        PORT,
        "port, ports, port number, port numbers, port no, port nr, port range, port ranges, port s,"
            + " destination port, destination ports, dest port, dest ports, dst port, dst ports,"
            + " target port, target ports, server port, server ports, service port, service ports,"
            + " network port, network ports, default port, default ports, required port,"
            + " required ports, ports required, ports used, open ports, firewall port,"
            + " firewall ports, tcp port, tcp ports, udp port, udp ports, tcp udp port,"
            + " tcp udp ports, listening port, listening ports, listen port, listen ports,"
            + " listens on, inbound port, inbound ports, incoming port, incoming ports,"
            + " outbound port, outbound ports, outgoing port, outgoing ports, port protocol,"
            + " ports protocol, ports protocols, port and protocol, ports and protocol,"
            + " ports and protocols, protocol port, protocol ports, protocols ports,"
            + " protocol and port, protocol and ports, protocols and ports");
    put(
        headings,
        SOURCE_PORT,
        "source port, source ports, src port, src ports, client port, client ports, local source port");
    put(
        headings,
        PROTOCOL,
        "protocol, protocols, transport, transport protocol, transport protocols, ip protocol,"
            + " ip protocols, network protocol, protocol type, tcp udp, layer 4 protocol, l4 protocol");
    put(
        headings,
        SOURCE,
        "source, sources, from, src, client, clients, initiator, originator, origin, source host,"
            + " source hosts, source component, source components, source system, source systems,"
            + " source server, source machine, source device, source name, source ip,"
            + " source ip address, source address, source addresses, source network, from host,"
            + " from component, connection from, initiated by");
    put(
        headings,
        DESTINATION,
        "target, targets, destination, destinations, to, dst, dest, server, servers, listener,"
            + " receiver, target host, target hosts, target component, target system, target server,"
            + " destination host, destination hosts, destination component, destination components,"
            + " destination system, destination systems, destination server, destination machine,"
            + " destination device, destination name, destination ip, destination ip address,"
            + " destination address, destination addresses, destination network, to host,"
            + " to component, connection to");
    put(headings, LOCAL, "component, components, host, hosts, host role, server role, role, node");
    put(
        headings,
        PEER,
        "peer, peers, remote, remote host, remote hosts, remote system, remote systems,"
            + " remote component, remote address, remote addresses, used by, counterpart");
    put(
        headings,
        DIRECTION,
        "direction, traffic direction, connection direction, in out, inbound outbound");
    put(
        headings,
        PURPOSE,
        "purpose, purposes, description, descriptions, use, uses, used for, usage, reason, details,"
            + " function, functions, justification, explanation, why, required for, traffic");
    put(
        headings,
        SERVICE,
        "service, services, service name, application, applications, application protocol, name");
    put(headings, NOTES, "notes, note, comments, comment, remarks, remark, additional information");
    put(headings, ACTION, "action, allow deny, permit deny, policy action");
    put(headings, ICMP_TYPE, "icmp type, icmp types");
    put(headings, PROGRAM, "program, program path, process, executable");
    put(headings, OWNER, "owner, contact, responsible");
    put(headings, TICKET, "ticket, change, change request, request");
    put(
        headings,
        EXPIRES,
        "expires, expiry, expiry date, expiration, expiration date, valid until");
    put(headings, ID, "id, rule id, rule");
    put(headings, ORDINAL, "#, no, nr, number, row");
    return headings;
  }

  private static void put(Map<String, Role> headings, Role role, String words) {
    for (String heading : words.split(", ?", -1)) {
      headings.put(heading.strip(), role);
    }
  }
}
