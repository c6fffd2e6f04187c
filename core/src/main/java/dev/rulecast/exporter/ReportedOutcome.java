package dev.rulecast.exporter;

import dev.rulecast.policy.Side;
import java.util.Optional;

/**
 * The outcome of one rule at one side, as reports have it.
 *
 * @param rule {@code rule-set/rule}
 * @param side absent where the platform manages neither end
 * @param outcome what became of it
 */
public record ReportedOutcome(String rule, Optional<Side> side, Outcome outcome) {}
