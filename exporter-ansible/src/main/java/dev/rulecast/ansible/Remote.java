package dev.rulecast.ansible;

import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where the other end of a rule is. */
sealed interface Remote {
  /**
   * At addresses that are known.
   *
   * @param text as {@code win_firewall_rule} takes it in {@code remoteip}
   */
  record Known(String text) implements Remote {
    // Like a record's own, which are slow until the compiler knows them well.
    @Override
    public boolean equals(Object other) {
      return other instanceof Known known && text.equals(known.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  /**
   * At addresses that the user of the role gives.
   *
   * @param endpoint whose addresses they are
   * @param families those that the rule can use
   */
  record Input(Endpoint endpoint, Set<IpFamily> families) implements Remote {
    /** Copies the set, in the order of the families. */
    public Input {
      families = Collections.unmodifiableSet(EnumSet.copyOf(families));
    }
  }
}
