/**
 * What tells the author of an exporter whether it is right.
 *
 * <ul>
 *   <li>{@link dev.rulecast.testkit.ExporterContract}: the contract, as tests to extend.
 *   <li>{@link dev.rulecast.testkit.Golden}: approved outputs, compared byte by byte.
 *   <li>{@link dev.rulecast.testkit.Fixtures}: documents that say what is hard to get right.
 *   <li>{@link dev.rulecast.testkit.RandomDocuments}: documents that nobody thought of.
 *   <li>{@link dev.rulecast.testkit.HostileTexts}: texts that try to become code.
 * </ul>
 *
 * <p>Knows the SPI and no exporter.
 */
@NullMarked
package dev.rulecast.testkit;

import org.jspecify.annotations.NullMarked;
