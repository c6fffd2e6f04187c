package dev.rulecast.azurensg;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.policy.Endpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which network security group an endpoint's rules go into. */
final class NsgNames {
  /**
   * What groups, their rules and application security groups may be called ("Naming rules and
   * restrictions for Azure resources", Microsoft.Network).
   */
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?");

  private static final String PREFIX = "nsg-";
  private static final int MAX_SHOWN = 3;

  private final Map<Endpoint, Group> groups = new HashMap<>();

  /**
   * A group of an endpoint.
   *
   * @param name its name
   * @param named whether the setting {@code nsg} says it
   * @param problem why it cannot be written, as a phrase
   */
  record Group(String name, boolean named, Optional<String> problem) {
    /** The same for names that Azure does not tell apart. */
    String key() {
      return name.toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The groups of some endpoints.
   *
   * @param settings what the environment says of an endpoint
   */
  NsgNames(
      Collection<Endpoint> endpoints, Function<Endpoint, Optional<AzureNsgSettings>> settings) {
    Map<String, List<Endpoint>> byKey = new HashMap<>();
    for (Endpoint endpoint : endpoints) {
      Optional<String> setting = settings.apply(endpoint).flatMap(AzureNsgSettings::nsg);
      Group group =
          new Group(setting.orElse(PREFIX + endpoint.id()), setting.isPresent(), Optional.empty());
      groups.put(endpoint, group);
      byKey.computeIfAbsent(group.key(), any -> new ArrayList<>(1)).add(endpoint);
    }
    byKey.values().forEach(this::check);
  }

  /** Endpoints share a group only where each of them says so, and in the same words. */
  private void check(List<Endpoint> sharing) {
    List<Group> all = sharing.stream().map(this::of).toList();
    List<String> spellings = all.stream().map(Group::name).distinct().sorted().toList();
    boolean allNamed = all.stream().allMatch(Group::named);
    if (sharing.size() == 1 || (allNamed && spellings.size() == 1)) {
      return;
    }
    String problem =
        allNamed
            ? "Azure does not tell apart the network security groups "
                + spellings.stream().map(UserText::quote).collect(Collectors.joining(" and "))
                + "; the setting nsg must write them alike"
            : "several endpoints ("
                + shown(sharing)
                + ") have the network security group "
                + UserText.quote(spellings.get(0))
                + "; to share it each needs the setting nsg";
    for (Endpoint endpoint : sharing) {
      Group group = of(endpoint);
      groups.put(endpoint, new Group(group.name(), group.named(), Optional.of(problem)));
    }
  }

  private static String shown(List<Endpoint> endpoints) {
    String first =
        endpoints.stream()
            .map(endpoint -> "`" + endpoint.id() + "`")
            .sorted()
            .limit(MAX_SHOWN)
            .collect(Collectors.joining(", "));
    int more = endpoints.size() - MAX_SHOWN;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  /** The group of one of the endpoints. */
  Group of(Endpoint endpoint) {
    Group group = groups.get(endpoint);
    if (group == null) {
      throw new IllegalArgumentException("No rules are written for " + endpoint.id() + ".");
    }
    return group;
  }

  /** Whether a group, a rule or an application security group can have this name. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
