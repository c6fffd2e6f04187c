package dev.rulecast.fuzz;

import dev.rulecast.model.EndpointDeclaration;
import dev.rulecast.model.IcmpType;
import dev.rulecast.model.ParameterDeclaration;
import dev.rulecast.model.PortParameter;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.PortSpec;
import dev.rulecast.model.PredefinedRule;
import dev.rulecast.model.Protocol;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Writes a rule set as a document in JSON: what the reader makes of that must be the rule set. */
final class Printer {
  private static final ObjectMapper JSON = new JsonMapper();

  /** IANA's names of ICMP types that ICMPv6 has, too. */
  private static final Map<Integer, String> COMMON_NAMES =
      Map.of(
          0, "echo-reply",
          3, "destination-unreachable",
          5, "redirect",
          8, "echo-request",
          9, "router-advertisement",
          10, "router-solicitation",
          11, "time-exceeded",
          12, "parameter-problem");

  private Printer() {}

  static String print(RuleSet ruleSet) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("apiVersion", "rulecast/v1");
    document.put("kind", "RuleSet");
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", ruleSet.name());
    put(metadata, "title", ruleSet.title());
    put(metadata, "reference", ruleSet.reference());
    document.put("metadata", metadata);
    Map<String, Object> endpoints = new LinkedHashMap<>();
    ruleSet.endpoints().forEach(endpoint -> endpoints.put(endpoint.id(), endpoint(endpoint)));
    document.put("endpoints", endpoints);
    if (!ruleSet.parameters().isEmpty()) {
      Map<String, Object> parameters = new LinkedHashMap<>();
      ruleSet.parameters().forEach(one -> parameters.put(one.id(), parameter(one)));
      document.put("parameters", parameters);
    }
    if (!ruleSet.rules().isEmpty()) {
      document.put("rules", ruleSet.rules().stream().map(Printer::rule).toList());
    }
    if (!ruleSet.predefinedRules().isEmpty()) {
      document.put(
          "predefinedRules", ruleSet.predefinedRules().stream().map(Printer::predefined).toList());
    }
    return JSON.writeValueAsString(document);
  }

  private static void put(Map<String, Object> map, String key, Optional<?> value) {
    value.ifPresent(present -> map.put(key, present.toString()));
  }

  private static Map<String, Object> endpoint(EndpointDeclaration endpoint) {
    Map<String, Object> map = new LinkedHashMap<>();
    put(map, "title", endpoint.title());
    map.put("external", endpoint.external());
    if (!endpoint.fqdns().isEmpty()) {
      map.put("fqdns", endpoint.fqdns());
    }
    return map;
  }

  private static Map<String, Object> parameter(ParameterDeclaration parameter) {
    Map<String, Object> map = new LinkedHashMap<>();
    put(map, "description", parameter.description());
    parameter.defaultPorts().ifPresent(ports -> map.put("default", ports(ports)));
    return map;
  }

  private static Map<String, Object> rule(Rule rule) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", rule.id());
    map.put("action", rule.action().word());
    map.put("source", rule.sources());
    map.put("destination", rule.destinations());
    map.put("protocol", rule.protocols().stream().map(Printer::protocol).toList());
    if (!rule.ports().isEmpty()) {
      map.put("ports", ports(rule.ports()));
    }
    if (!rule.sourcePorts().isEmpty()) {
      map.put("sourcePorts", ports(rule.sourcePorts()));
    }
    if (!rule.icmpTypes().isEmpty()) {
      map.put("icmpTypes", icmpTypes(rule));
    }
    put(map, "program", rule.program());
    map.put("purpose", rule.note().purpose());
    put(map, "owner", rule.note().owner());
    put(map, "ticket", rule.note().ticket());
    put(map, "notes", rule.note().notes());
    put(map, "expires", rule.expires());
    return map;
  }

  private static Object protocol(Protocol protocol) {
    String name = protocol.toString();
    return Character.isDigit(name.charAt(0)) ? (Object) protocol.number() : name;
  }

  private static List<Object> icmpTypes(Rule rule) {
    List<Object> types = new ArrayList<>();
    // A number is a type of the only protocol; where there are two, a name that both have.
    boolean several = rule.protocols().size() > 1;
    for (IcmpType type : rule.icmpTypes()) {
      if (!several) {
        types.add(type.toString());
      } else if (type.protocol().equals(Protocol.ICMP)) {
        types.add(Objects.requireNonNull(COMMON_NAMES.get(type.type()), "a name of both"));
      }
    }
    return types;
  }

  private static List<Object> ports(List<? extends PortSpec> ports) {
    List<Object> printed = new ArrayList<>();
    for (PortSpec spec : ports) {
      if (spec instanceof PortParameter parameter) {
        printed.add("$" + parameter.name());
      } else {
        PortRange range = (PortRange) spec;
        printed.add(range.first() == range.last() ? (Object) range.first() : range.toString());
      }
    }
    return printed;
  }

  private static Map<String, Object> predefined(PredefinedRule rule) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", rule.id());
    map.put("platform", rule.platform());
    map.put("source", rule.sources());
    map.put("endpoint", rule.endpoints());
    map.put("rules", rule.rules().stream().map(name -> name.text()).toList());
    put(map, "purpose", rule.purpose());
    return map;
  }
}
