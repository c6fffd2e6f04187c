package dev.rulecast.policy;

import java.util.Optional;

/**
 * A rule set of the run, for the head of an output.
 *
 * @param name the rule set
 * @param title what people call it; the name where it does not say
 * @param reference where the requirement comes from
 */
public record RuleSetTitle(String name, String title, Optional<String> reference) {}
