package dev.rulecast.importer;

import dev.rulecast.diagnostic.Location;

/**
 * A paragraph, or an item of a list.
 *
 * @param text what a reader sees, on one line
 * @param location where it begins
 */
record Prose(String text, Location location) {}
