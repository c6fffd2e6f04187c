package dev.rulecast.awssg;

import dev.rulecast.model.Cidr;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import java.util.Set;

/** The other end of a permission. */
public sealed interface Peer {
  /**
   * The peer in the key of a permission. Two different peers never have the same: an endpoint id
   * has neither a colon nor a dot nor a slash, a CIDR begins with a digit or has a colon before its
   * slash.
   */
  String key();

  /** The families of the quota that one permission with this peer counts against. */
  Set<IpFamily> countedFamilies();

  /** Whether it is a security group. */
  default boolean isGroup() {
    return this instanceof ExistingGroup || this instanceof PlannedGroup;
  }

  /** A block of addresses. */
  record Block(Cidr cidr) implements Peer {
    @Override
    public String key() {
      return cidr.toString();
    }

    @Override
    public Set<IpFamily> countedFamilies() {
      return Set.of(cidr.family());
    }
  }

  /** A prefix list that exists, {@code pl-…}. */
  record PrefixList(String id) implements Peer {
    @Override
    public String key() {
      return "prefix-list/" + id;
    }

    @Override
    public Set<IpFamily> countedFamilies() {
      return Set.of(IpFamily.values());
    }
  }

  /** A security group that exists, {@code sg-…}. */
  record ExistingGroup(String id) implements Peer {
    @Override
    public String key() {
      return "security-group/" + id;
    }

    @Override
    public Set<IpFamily> countedFamilies() {
      return Set.of(IpFamily.values());
    }
  }

  /** The security group that the plan makes for an endpoint. */
  record PlannedGroup(Endpoint endpoint) implements Peer {
    @Override
    public String key() {
      return endpoint.id();
    }

    @Override
    public Set<IpFamily> countedFamilies() {
      return Set.of(IpFamily.values());
    }
  }

  /**
   * Addresses that the user of the output gives: one permission for each.
   *
   * @param families those of which addresses make sense; not empty
   */
  record Input(Endpoint endpoint, Set<IpFamily> families) implements Peer {
    /** Copies the families. */
    public Input {
      families = Set.copyOf(families);
    }

    @Override
    public String key() {
      return endpoint.id();
    }

    @Override
    public Set<IpFamily> countedFamilies() {
      return families;
    }
  }
}
