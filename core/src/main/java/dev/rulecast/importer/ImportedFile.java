package dev.rulecast.importer;

/**
 * A document that an import makes.
 *
 * @param name the file's name, of lower-case letters, digits, hyphens and {@code .yaml}
 * @param text what it holds
 * @param source where that comes from: a file and a line
 * @param rules how many rules it has, predefined ones included
 * @param unread how many rows it keeps as comments
 */
public record ImportedFile(String name, String text, String source, int rules, int unread) {}
