/**
 * A second, slow and simple interpreter of rulecast's documents, to judge exporters with.
 *
 * <p>It reads the text of the documents itself and shares no code with the product: it must not
 * import {@code dev.rulecast.model}, {@code read}, {@code policy} or anything else of the core.
 * What it implements is DESIGN.md, "Documents" and "Meaning"; where the product and this package
 * differ, one of them has a defect. It expects documents that the product accepts, and throws
 * {@link java.lang.IllegalArgumentException} for what it does not understand instead of guessing.
 */
@NullMarked
package dev.rulecast.testkit.reference;

import org.jspecify.annotations.NullMarked;
