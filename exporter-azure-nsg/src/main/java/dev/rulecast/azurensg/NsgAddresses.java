package dev.rulecast.azurensg;

import dev.rulecast.model.Cidr;
import java.util.List;

/**
 * One side of a rule: exactly one of what Azure knows for it. Two families never stand in one rule,
 * neither on one side nor on the two.
 */
public sealed interface NsgAddresses {
  /** Every address of both families; Azure writes it {@code *}. */
  record Any() implements NsgAddresses {}

  /**
   * Blocks of addresses.
   *
   * @param cidrs of one family, ascending; no two overlap; not empty
   */
  record Prefixes(List<Cidr> cidrs) implements NsgAddresses {
    /** Copies the list. */
    public Prefixes {
      cidrs = List.copyOf(cidrs);
      if (cidrs.isEmpty() || cidrs.stream().map(Cidr::family).distinct().count() > 1) {
        throw new IllegalArgumentException("Prefixes are of one family, and at least one.");
      }
    }

    // Like a record's own, which are slow until the compiler knows them well.
    @Override
    public boolean equals(Object other) {
      return other instanceof Prefixes prefixes && cidrs.equals(prefixes.cidrs);
    }

    @Override
    public int hashCode() {
      return cidrs.hashCode();
    }
  }

  /** A service tag; covers both families. Azure takes it alone, never in a list. */
  record ServiceTag(String name) implements NsgAddresses {}

  /**
   * Network interfaces; covers both families.
   *
   * @param groups at most 10; more than one only in a rule that denies the rest
   */
  record ApplicationGroups(List<ApplicationSecurityGroup> groups) implements NsgAddresses {
    /** Copies the list. */
    public ApplicationGroups {
      groups = List.copyOf(groups);
    }
  }

  /** Addresses that the user of the output gives: a list of prefixes, not empty. */
  record Input(PrefixInput input) implements NsgAddresses {}
}
