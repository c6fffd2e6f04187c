package dev.rulecast.read;

import java.io.IOException;
import java.io.InputStream;

/**
 * Something to read documents from.
 *
 * @param name what messages call it: the path as the user wrote it, {@code catalog:…} or {@code -}
 * @param format the language it is written in
 * @param content where its bytes come from
 */
public record Input(String name, Format format, Content content) {
  /** The bytes of an input, read when they are needed. */
  @FunctionalInterface
  public interface Content {
    /** Opens the input; the caller closes it. */
    InputStream open() throws IOException;
  }
}
