/**
 * Rendering with FreeMarker, whose types stay here. A {@link dev.rulecast.template.Language} says
 * how text becomes harmless in a file format; every template is written in one, and none can leave
 * the escaping out: a template that tries is refused when it is parsed.
 *
 * <p>Templates write {@code [=value]} for a value, which leaves <code>${…}</code> to the languages
 * that have it, and {@code <#if>} for directives.
 */
@NullMarked
package dev.rulecast.template;

import org.jspecify.annotations.NullMarked;
