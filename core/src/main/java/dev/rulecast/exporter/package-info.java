/**
 * The SPI. A plugin implements {@link dev.rulecast.exporter.RuleExporter} and names it in {@code
 * META-INF/services}; everything else here is what it is given, or what the core does for it. The
 * SPI shows neither files nor Jackson nor FreeMarker.
 */
@NullMarked
package dev.rulecast.exporter;

import org.jspecify.annotations.NullMarked;
