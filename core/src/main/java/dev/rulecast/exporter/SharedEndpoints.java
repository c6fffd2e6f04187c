package dev.rulecast.exporter;

import dev.rulecast.policy.Endpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Endpoints that a platform knows by one name, such as that of a security group. What it is told of
 * one of them holds for all that share a name with it, directly or through others, wherever
 * documents say they are: so a deny about one concerns them all.
 */
public final class SharedEndpoints {
  /** From an endpoint's id to that of one it shares with; one that stands for all has none. */
  private final Map<String, String> parents = new HashMap<>();

  /** By the id of the one that stands for all; of those that share. */
  private final Map<String, List<Endpoint>> groups = new HashMap<>();

  private SharedEndpoints() {}

  /**
   * Those of some endpoints.
   *
   * @param names what the platform knows an endpoint by; names that are equal are one
   */
  public static SharedEndpoints of(
      Collection<Endpoint> endpoints, Function<Endpoint, ? extends Collection<?>> names) {
    SharedEndpoints shared = new SharedEndpoints();
    Map<Object, String> owners = new HashMap<>();
    for (Endpoint endpoint : endpoints) {
      for (Object name : names.apply(endpoint)) {
        String owner = owners.putIfAbsent(name, endpoint.id());
        if (owner != null) {
          shared.unite(owner, endpoint.id());
        }
      }
    }
    if (!shared.parents.isEmpty()) {
      for (Endpoint endpoint : endpoints) {
        shared
            .groups
            .computeIfAbsent(shared.root(endpoint.id()), any -> new ArrayList<>(1))
            .add(endpoint);
      }
      shared.groups.values().removeIf(group -> group.size() == 1);
    }
    return shared;
  }

  private void unite(String one, String other) {
    String root = root(one);
    String otherRoot = root(other);
    if (!root.equals(otherRoot)) {
      parents.put(otherRoot, root);
    }
  }

  private String root(String id) {
    String root = id;
    String parent = parents.get(root);
    while (parent != null) {
      String next = parents.get(parent);
      if (next != null) {
        parents.put(root, next); // halves the way for those who come later
      }
      root = parent;
      parent = next;
    }
    return root;
  }

  /** Whether no two share anything. */
  public boolean isEmpty() {
    return groups.isEmpty();
  }

  /** Whether it shares a name with another. */
  public boolean isShared(Endpoint endpoint) {
    return groups.containsKey(root(endpoint.id()));
  }

  /** All that share with it, itself among them, in the order in which they were given. */
  public List<Endpoint> with(Endpoint endpoint) {
    return groups.getOrDefault(root(endpoint.id()), List.of(endpoint));
  }
}
