package dev.rulecast.importer;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.IcmpType;
import dev.rulecast.model.InvalidValueException;
import dev.rulecast.model.Protocol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a cell says of protocols.
 *
 * @param protocols in canonical order; empty where the cell is
 * @param icmpTypes the types of ICMP that it names; empty for every type
 * @param remarked whether the cell names a service, too
 */
record ProtocolCell(Set<Protocol> protocols, List<IcmpType> icmpTypes, boolean remarked) {
  private static final String HINT = "write tcp, udp, icmp, any or the number of an IP protocol";

  private static final Map<String, Protocol> NAMES =
      Map.ofEntries(
          Map.entry("tcp", Protocol.TCP),
          Map.entry("udp", Protocol.UDP),
          Map.entry("icmp", Protocol.ICMP),
          Map.entry("icmpv4", Protocol.ICMP),
          Map.entry("icmp4", Protocol.ICMP),
          Map.entry("icmpv6", Protocol.ICMPV6),
          Map.entry("icmp6", Protocol.ICMPV6),
          Map.entry("esp", Protocol.ESP),
          Map.entry("ah", Protocol.AH),
          Map.entry("gre", Protocol.GRE),
          Map.entry("any", Protocol.ANY),
          Map.entry("all", Protocol.ANY),
          Map.entry("ip", Protocol.ANY));

  private static final Set<String> JOINTS = Set.of("/", "\\", ",", ";", "&", "+", "\n", "and");

  /** Protocols that have ports, but none that rulecast's platforms all know. */
  private static final Set<String> UNSUPPORTED = Set.of("sctp", "dccp", "udplite");

  ProtocolCell {
    protocols = Collections.unmodifiableSet(new TreeSet<>(protocols));
    icmpTypes = List.copyOf(icmpTypes);
  }

  /** TCP or UDP by name. */
  static Optional<Protocol> transport(String word) {
    return Optional.ofNullable(NAMES.get(word)).filter(Protocol::hasPorts);
  }

  /**
   * Reads a cell.
   *
   * @throws InvalidValueException if a part of it is not understood
   */
  static ProtocolCell read(String text) {
    Set<Protocol> protocols = new TreeSet<>();
    List<IcmpType> types = new ArrayList<>();
    boolean remarked = false;
    for (List<String> part : parts(text)) {
      Optional<Protocol> protocol = protocol(part, text);
      if (protocol.isPresent()) {
        protocols.add(protocol.get());
        type(protocol.get(), part, text).ifPresent(types::add);
      } else if (Trade.SERVICES.containsAll(part)) {
        remarked = true;
      } else {
        throw unknown(text);
      }
    }
    boolean onlyService = remarked && protocols.stream().noneMatch(Protocol::hasPorts);
    if (onlyService) {
      throw new InvalidValueException(
          UserText.quote(text) + " is a service; over which protocol it runs is not said.",
          "write tcp, udp or both");
    }
    if (protocols.contains(Protocol.ANY) && protocols.size() > 1) {
      throw unknown(text);
    }
    return new ProtocolCell(protocols, types, remarked);
  }

  /** The words between joints and parentheses. */
  private static List<List<String>> parts(String text) {
    List<List<String>> parts = new ArrayList<>();
    List<String> part = new ArrayList<>();
    for (Token token : Token.of(text)) {
      boolean border = JOINTS.contains(token.text()) || token.is("(") || token.is(")");
      if (!border) {
        part.add(token.text());
      } else if (!part.isEmpty()) {
        parts.add(part);
        part = new ArrayList<>();
      }
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    boolean dash = parts.size() == 1 && parts.get(0).equals(List.of("-"));
    return dash ? List.of() : joinEcho(parts);
  }

  /** {@code ICMP (Echo Request)} is one part, not two. */
  private static List<List<String>> joinEcho(List<List<String>> parts) {
    List<List<String>> joined = new ArrayList<>();
    for (List<String> part : parts) {
      boolean echo = part.get(0).equals("echo") || part.get(0).equals("ping");
      Optional<List<String>> before =
          joined.isEmpty() ? Optional.empty() : Optional.of(joined.get(joined.size() - 1));
      if (echo && before.isPresent() && before.get().get(0).startsWith("icmp")) {
        before.get().addAll(part);
      } else {
        joined.add(new ArrayList<>(part));
      }
    }
    return joined;
  }

  private static Optional<Protocol> protocol(List<String> part, String text) {
    String first = part.get(0);
    if (UNSUPPORTED.contains(first)) {
      throw new InvalidValueException(
          "The protocol " + UserText.quote(text) + " is not supported.",
          "write a rule with the number of the protocol, without ports");
    }
    boolean numbered =
        first.equals("protocol")
            || part.subList(0, part.size() - 1).equals(List.of("ip", "protocol"));
    if (numbered && part.size() > 1) {
      return Optional.of(Protocol.parseNumber(part.get(part.size() - 1)));
    }
    if (part.size() == 1 && Character.isDigit(first.charAt(0))) {
      return Optional.of(Protocol.parseNumber(first));
    }
    Optional<Protocol> named = Optional.ofNullable(NAMES.get(first));
    boolean alone = part.size() == 1 || (part.size() == 2 && part.get(1).equals("protocol"));
    return named.filter(protocol -> alone || protocol.isIcmp());
  }

  private static Optional<IcmpType> type(Protocol protocol, List<String> part, String text) {
    List<String> words = part.subList(1, part.size());
    if (words.isEmpty() || !protocol.isIcmp()) {
      return Optional.empty();
    }
    String name = String.join("-", words).replace("type-", "");
    String known = Set.of("echo", "ping").contains(name) ? "echo-request" : name;
    try {
      return Optional.of(IcmpType.parse(protocol, known));
    } catch (InvalidValueException e) {
      throw unknown(text);
    }
  }

  private static InvalidValueException unknown(String text) {
    return new InvalidValueException("The protocol " + UserText.quote(text) + " is unknown.", HINT);
  }
}
