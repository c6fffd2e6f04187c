package dev.rulecast.azurensg;

import dev.rulecast.policy.Side;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a network security group can hold ("Azure Networking limits"). A group that would be too
 * large is not written at all: written in part, it could lack what denies.
 */
final class NsgLimits {
  static final int MAX_RULES = 1_000;
  static final int MAX_ADDRESSES = 4_000;
  static final int MAX_APPLICATION_GROUPS = 100;

  private final NsgBuilder group;
  private final Set<ApplicationSecurityGroup> applicationGroups = new HashSet<>();
  private int rules;
  private long sources;
  private long destinations;

  private NsgLimits(NsgBuilder group) {
    this.group = group;
    group.forEachRule(
        (source, destination) -> {
          rules++;
          sources += count(source);
          destinations += count(destination);
        });
  }

  /** Why a group cannot be written, as a phrase; absent: it can. */
  static Optional<String> exceeded(NsgBuilder group) {
    return new NsgLimits(group).exceeded();
  }

  private Optional<String> exceeded() {
    for (Side side : Side.values()) {
      long denies = group.denies(side);
      if (denies > Priorities.MAX_DENIES) {
        return tooMany(
            denies + " " + side.word() + " denies and there is room for", Priorities.MAX_DENIES);
      }
      int rests = group.rests(side);
      if (rests > Priorities.MAX_RESTS) {
        return tooMany(
            rests + " rules that deny the rest and there is room for", Priorities.MAX_RESTS);
      }
    }
    if (rules > MAX_RULES) {
      return tooMany(rules + " rules and Azure allows at most", MAX_RULES);
    }
    if (sources > MAX_ADDRESSES) {
      return tooMany(sources + " source addresses and Azure allows at most", MAX_ADDRESSES);
    }
    if (destinations > MAX_ADDRESSES) {
      return tooMany(
          destinations + " destination addresses and Azure allows at most", MAX_ADDRESSES);
    }
    if (applicationGroups.size() > MAX_APPLICATION_GROUPS) {
      return tooMany(
          applicationGroups.size() + " application security groups and Azure allows at most",
          MAX_APPLICATION_GROUPS);
    }
    return Optional.empty();
  }

  private Optional<String> tooMany(String what, int most) {
    return Optional.of(
        "the network security group `%s` would need %s %s"
            .formatted(group.group.name(), what, most));
  }

  /** An input counts as one, since nobody knows more. */
  private int count(NsgAddresses addresses) {
    if (addresses instanceof NsgAddresses.Prefixes prefixes) {
      return prefixes.cidrs().size();
    }
    if (addresses instanceof NsgAddresses.ApplicationGroups groups) {
      applicationGroups.addAll(groups.groups());
      return 0;
    }
    return 1;
  }
}
