package dev.rulecast.model;

import dev.rulecast.diagnostic.Location;

/**
 * The name of a rule that a platform ships with.
 *
 * @param text the name as the platform shows it in English
 * @param location where it is written
 */
public record PredefinedName(String text, Location location) {}
