package dev.rulecast.terraform.azurerm;

/** Where the network security groups of a module come from. */
enum GroupOrigin {
  /** The module makes them, and with them all their rules. */
  NEW,
  /** They exist already, and the module adds rules to them. */
  EXISTING
}
