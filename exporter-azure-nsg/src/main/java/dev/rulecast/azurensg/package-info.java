/**
 * Azure network security groups (NSGs): the plan of a run, in no language, and its forms as ARM
 * template and as Bicep.
 *
 * <p>The public records up to {@link dev.rulecast.azurensg.AzureNsgPlan} are what exporters for
 * other languages build on; {@code …View} records are public because templates read them, and are
 * not API.
 */
@NullMarked
package dev.rulecast.azurensg;

import org.jspecify.annotations.NullMarked;
