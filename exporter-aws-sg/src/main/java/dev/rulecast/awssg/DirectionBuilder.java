package dev.rulecast.awssg;

import dev.rulecast.exporter.DistinctTexts;
import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Traffic;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the permissions of one direction of a group, each once. */
final class DirectionBuilder {
  /**
   * With so many, one of the two families has more than EC2 allows, and none is written. They are
   * not kept, since the addresses of an endpoint times its ports may be very many.
   */
  static final int MAX_KEPT = 2 * AwsSgPlanner.MAX_QUOTA;

  private final Map<String, PermissionBuilder> permissions = new HashMap<>();
  private boolean tooMany;

  /** Whether there are more than are kept. */
  boolean hasTooMany() {
    return tooMany;
  }

  /** Permits a demand's traffic for a peer, or adds its purposes to the permission that does. */
  void permit(FlowDemand demand, Peer peer) {
    if (tooMany) {
      return;
    }
    permissions
        .computeIfAbsent(
            Permission.key(demand.flow().traffic(), peer),
            key -> new PermissionBuilder(key, demand.flow().traffic(), peer))
        .add(demand, peer);
    if (permissions.size() > MAX_KEPT) {
      tooMany = true;
      permissions.clear();
    }
  }

  /** Whether there is a permission with this key. */
  boolean permits(String key) {
    return permissions.containsKey(key);
  }

  List<Permission> build() {
    return permissions.values().stream().sorted().map(PermissionBuilder::build).toList();
  }

  private static final class PermissionBuilder implements Comparable<PermissionBuilder> {
    private final String key;
    private final Traffic traffic;
    private final DistinctTexts purposes = new DistinctTexts();
    private final DistinctTexts widenings = new DistinctTexts();
    private Peer peer;

    PermissionBuilder(String key, Traffic traffic, Peer peer) {
      this.key = key;
      this.traffic =
          new Traffic(
              traffic.protocol(), traffic.ports(), traffic.icmpType(), List.of(), Optional.empty());
      this.peer = peer;
    }

    @Override
    public int compareTo(PermissionBuilder other) {
      int order = traffic.compareTo(other.traffic);
      return order == 0 ? comparePeers(peer, other.peer) : order;
    }

    private static int comparePeers(Peer a, Peer b) {
      if (a instanceof Peer.Block left && b instanceof Peer.Block right) {
        return left.cidr().compareTo(right.cidr());
      }
      return a.key().compareTo(b.key());
    }

    void add(FlowDemand demand, Peer samePeer) {
      purposes.addAll(demand.flow().purposes());
      if (demand.expected().kind() == Outcome.Kind.WIDER) {
        widenings.add(demand.expected().reason());
      }
      // Endpoints that share an existing group may differ in the families they have.
      if (peer instanceof Peer.Input mine && samePeer instanceof Peer.Input more) {
        Set<IpFamily> families = EnumSet.copyOf(mine.families());
        families.addAll(more.families());
        peer = new Peer.Input(mine.endpoint(), families);
      }
    }

    Permission build() {
      return new Permission(
          key,
          IpPermission.of(traffic),
          peer,
          Descriptions.of(purposes.toList()),
          widenings.sorted());
    }
  }
}
