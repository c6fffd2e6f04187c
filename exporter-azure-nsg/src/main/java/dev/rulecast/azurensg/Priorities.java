package dev.rulecast.azurensg;

import dev.rulecast.model.Action;
import dev.rulecast.policy.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Priorities that stay where they are: each is a hash of the rule's name, or the next free number
 * after it. A new rule moves another one only if both want the same number.
 *
 * <p>Denies come before allows, and only that matters; 100 to 499 and 4000 to 4095 are left to
 * people.
 */
final class Priorities {
  /** What denies the rest comes last; further rules of this kind take the numbers before it. */
  static final int DENY_REST = 4_096;

  /** The most rules of a direction that deny the rest: all allows have smaller numbers. */
  static final int MAX_RESTS = 97;

  /** The most denies of a direction. */
  static final int MAX_DENIES = 500;

  private static final int FIRST_DENY = 500;
  private static final int FIRST_ALLOW = 1_000;
  private static final int ALLOWS = 3_000;

  private Priorities() {}

  /**
   * The priorities of the rules of one direction and action, by name. Names that differ in case
   * only count as one.
   */
  static Map<String, Integer> of(Collection<String> names, Side side, Action action) {
    boolean deny = action == Action.DENY;
    int first = deny ? FIRST_DENY : FIRST_ALLOW;
    int slots = deny ? MAX_DENIES : ALLOWS;
    if (names.size() > slots) {
      throw new IllegalArgumentException(names.size() + " rules do not fit into " + slots + ".");
    }
    String direction = side == Side.INBOUND ? "Inbound" : "Outbound";
    Map<String, String> byKey = new HashMap<>();
    names.forEach(name -> byKey.put(RuleName.key(name), name));
    BitSet taken = new BitSet(slots);
    Map<String, Integer> priorities = new HashMap<>();
    List<String> keys = new ArrayList<>(byKey.keySet());
    Collections.sort(keys);
    Sha256 sha256 = new Sha256();
    for (String key : keys) {
      int slot = sha256.slot(direction + "|" + key, slots);
      while (taken.get(slot)) {
        slot = (slot + 1) % slots;
      }
      taken.set(slot);
      priorities.put(byKey.get(key), first + slot);
    }
    return priorities;
  }
}
