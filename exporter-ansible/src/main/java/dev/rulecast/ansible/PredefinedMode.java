package dev.rulecast.ansible;

/** How predefined rules of Windows are written. */
enum PredefinedMode {
  /** As rules of ours that equal them, but for the source. */
  RULES,
  /** By enabling the built-in group, where all its rules are wanted; otherwise as rules of ours. */
  GROUP
}
