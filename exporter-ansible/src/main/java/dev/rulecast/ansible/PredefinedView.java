package dev.rulecast.ansible;

/**
 * A row of the README's table of predefined rules.
 *
 * @param source who may use them
 * @param endpoint where they are
 * @param rules their names, one a line
 * @param purpose why, or nothing
 * @param reference the rule that asks for them
 */
public record PredefinedView(
    String source, String endpoint, String rules, String purpose, String reference) {}
