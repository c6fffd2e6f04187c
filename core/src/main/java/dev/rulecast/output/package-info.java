/**
 * Everything that touches the disk on the way out: staging, the manifest, the commit that is all or
 * nothing for an exporter's folder, and the comparison of {@code check}. Knows what an exporter
 * accounted for, but neither policies nor what the files mean.
 */
@NullMarked
package dev.rulecast.output;

import org.jspecify.annotations.NullMarked;
