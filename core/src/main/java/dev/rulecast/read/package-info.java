/**
 * From text to model. {@link dev.rulecast.read.Inputs} finds what the user named, {@link
 * dev.rulecast.read.DocumentReader} reads it into located nodes and decodes these. Everything that
 * is wrong is reported with its place, all of it in one pass; nothing is guessed. Jackson's types
 * stay in this package.
 */
@NullMarked
package dev.rulecast.read;

import org.jspecify.annotations.NullMarked;
