/**
 * What rule sets mean in an environment. {@link dev.rulecast.policy.Binder} turns documents into a
 * {@link dev.rulecast.policy.Policy}: flows between bound endpoints, merged and in canonical order.
 * Exporters see the policy and nothing before it.
 */
@NullMarked
package dev.rulecast.policy;

import org.jspecify.annotations.NullMarked;
