/**
 * What the documents say, as values: rule sets, environments, and the ports, protocols and
 * addresses in them. Every value is checked when it is made, so nothing behind this package meets
 * port 70000, a reversed range, host bits or a control character. A document part remembers the
 * {@link dev.rulecast.diagnostic.Location} where it was written, for diagnostics only: no location
 * ever reaches an output.
 */
@NullMarked
package dev.rulecast.model;

import org.jspecify.annotations.NullMarked;
