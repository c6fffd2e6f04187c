package dev.rulecast.template;

import java.util.function.UnaryOperator;

/**
 * The language of a kind of file.
 *
 * @param name for messages, such as {@code HCL}
 * @param suffix how the names of its templates end, before {@code .ftl}: {@code .tf}
 * @param escape makes any text safe between the quotes, or in the cell or comment, where the
 *     language's templates print values. May throw {@link IllegalArgumentException} for text that
 *     the language cannot hold.
 */
public record Language(String name, String suffix, UnaryOperator<String> escape) {
  /** Markdown: text of table cells and headings. */
  public static Language markdown() {
    return new Language("Markdown", ".md", MarkdownText::escape);
  }
}
