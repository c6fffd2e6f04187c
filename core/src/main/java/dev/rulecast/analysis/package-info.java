/**
 * What can be said of a policy beyond what it means: flows that change nothing. Compared by
 * endpoint and not by address, so that the report does not vary with the environment.
 */
@NullMarked
package dev.rulecast.analysis;

import org.jspecify.annotations.NullMarked;
