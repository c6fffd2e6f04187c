package dev.rulecast.model;

import dev.rulecast.diagnostic.Location;

/**
 * A reference {@code $name} to a parameter, which the environment or the parameter's default turns
 * into ports.
 *
 * @param name the parameter's id
 * @param location where the reference is written
 */
public record PortParameter(String name, Location location) implements PortSpec {}
