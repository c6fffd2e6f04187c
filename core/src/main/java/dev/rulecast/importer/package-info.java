/**
 * Makes rule sets of the port tables that vendors publish. What it reads becomes rules that a
 * person reviews; what it cannot read is never guessed and never dropped, but told, and kept as a
 * comment. Knows neither files nor folders.
 */
@NullMarked
package dev.rulecast.importer;

import org.jspecify.annotations.NullMarked;
