package dev.rulecast.azurensg;

import dev.rulecast.template.Code;

/**
 * A parameter of a template.
 *
 * @param name its identifier
 * @param label the same as text
 * @param description what it is
 * @param value the default; empty where there is none
 * @param checked the variable that has what was given, if it is right; empty where anything is
 * @param check an expression for it
 * @param example what somebody might give, in JSON
 */
public record ParameterView(
    Code name,
    String label,
    String description,
    String value,
    Code checked,
    Code check,
    Code example) {}
