package dev.rulecast.template;

/**
 * Text that is code already and that a template prints as it is: an expression or a reference that
 * an exporter has built of parts it knows to be safe. Text of the model is in it only as a literal
 * that the language's own {@link Language#escape} has made safe.
 *
 * @param text the code
 */
public record Code(String text) {}
