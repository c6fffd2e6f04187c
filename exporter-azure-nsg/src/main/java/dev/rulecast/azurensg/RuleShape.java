package dev.rulecast.azurensg;

/** Whose the network security groups are. */
enum RuleShape {
  /** The output's: a deployment replaces all their rules. */
  INLINE,
  /** Somebody else's, and there already: rules are added one after another. */
  CHILD
}
