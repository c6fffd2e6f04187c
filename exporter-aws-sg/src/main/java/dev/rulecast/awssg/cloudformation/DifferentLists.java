package dev.rulecast.awssg.cloudformation;

import dev.rulecast.awssg.IpPermission;
import dev.rulecast.awssg.Peer;
import dev.rulecast.awssg.Permission;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.awssg.cloudformation.StackTemplate.Different;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The prefix lists that must not be one and the same, because a group has the same permission for
 * both. CloudFormation would take the two rules for one, and remove it with the first of them
 * (cloudformation-coverage-roadmap issues 612 and 1534).
 */
final class DifferentLists {
  /** The parameters and the ids of lists for which a direction has one permission. */
  private static final class Lists {
    private final TreeSet<String> parameters = new TreeSet<>();
    private final TreeSet<String> ids = new TreeSet<>();
  }

  private final Map<String, Different> found = new TreeMap<>();

  private DifferentLists() {}

  /** Each pair once, by their names. */
  static List<Different> of(List<SecurityGroup> groups) {
    DifferentLists lists = new DifferentLists();
    for (SecurityGroup group : groups) {
      lists.add(group.ingress());
      lists.add(group.egress());
    }
    return List.copyOf(lists.found.values());
  }

  private void add(List<Permission> direction) {
    Map<IpPermission, Lists> byTraffic = new HashMap<>();
    for (Permission permission : direction) {
      if (permission.peer() instanceof Peer.Input input) {
        byTraffic
            .computeIfAbsent(permission.ipPermission(), any -> new Lists())
            .parameters
            .add(LogicalIds.prefixList(input.endpoint()));
      } else if (permission.peer() instanceof Peer.PrefixList list) {
        byTraffic.computeIfAbsent(permission.ipPermission(), any -> new Lists()).ids.add(list.id());
      }
    }
    byTraffic.values().forEach(this::add);
  }

  private void add(Lists lists) {
    for (String parameter : lists.parameters) {
      for (String other : lists.parameters.tailSet(parameter, false)) {
        add(parameter, Value.parameter(other), "the same as " + other);
      }
      lists.ids.forEach(id -> add(parameter, Value.text(id), id));
    }
  }

  private void add(String parameter, Value other, String what) {
    String message = "%s must not be %s: a rule would occur twice.".formatted(parameter, what);
    // No name of a parameter has a space.
    found.put(parameter + " " + other.text(), new Different(parameter, other, message));
  }
}
