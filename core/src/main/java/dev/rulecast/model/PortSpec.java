package dev.rulecast.model;

/**
 * One item of {@code ports} or {@code sourcePorts}: a range, or a parameter that stands for some.
 */
public sealed interface PortSpec permits PortRange, PortParameter {}
