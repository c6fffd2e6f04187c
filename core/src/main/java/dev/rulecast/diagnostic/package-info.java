/**
 * What rulecast tells its user: diagnostics with a place, a message and a hint. Knows nothing of
 * rules, platforms or files beyond their names.
 */
@NullMarked
package dev.rulecast.diagnostic;

import org.jspecify.annotations.NullMarked;
