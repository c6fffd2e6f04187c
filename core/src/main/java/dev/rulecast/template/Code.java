package dev.rulecast.template;

/**
 * Text that is code already and that a template prints as it is: an expression or a reference that
 * an exporter has built of parts it knows to be safe. Never made of text of the model.
 *
 * @param text the code
 */
public record Code(String text) {}
