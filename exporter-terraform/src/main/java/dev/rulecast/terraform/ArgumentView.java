package dev.rulecast.terraform;

import dev.rulecast.template.Code;
import java.util.List;

/**
 * A line {@code name = value}, or a list of texts.
 *
 * @param name padded so that the equals signs of a block are aligned, as {@code terraform fmt} does
 * @param text the value where it is one text, else empty; text of the model is never empty
 * @param texts the items where it is a list of texts, else empty; several have a line each
 * @param code the value where it is a number or an expression, else empty code
 */
public record ArgumentView(Code name, String text, List<String> texts, Code code) {}
