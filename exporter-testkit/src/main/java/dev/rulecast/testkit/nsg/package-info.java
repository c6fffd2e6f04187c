/**
 * What network security groups do with packets, to judge exporters for Azure with. Shares no code
 * with the product, apart from what a {@link dev.rulecast.testkit.Fixture} is.
 */
@NullMarked
package dev.rulecast.testkit.nsg;

import org.jspecify.annotations.NullMarked;
