package dev.rulecast.importer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * A document with port tables.
 *
 * @param name what messages call it: the path as the user wrote it, or {@code -}
 * @param kind the language it is written in
 * @param content where its bytes come from
 */
public record ImportSource(String name, Kind kind, Content content) {
  /** The languages of documents with port tables. */
  public enum Kind {
    /** Markdown with tables, as GitHub has them. */
    MARKDOWN,
    /** Comma-separated values (RFC 4180), also with semicolons or tabs. */
    CSV;

    /** The kind that a file's name promises, if it is one of ours. */
    public static Optional<Kind> ofFileName(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".md") || lower.endsWith(".markdown") || lower.endsWith(".txt")) {
        return Optional.of(MARKDOWN);
      }
      return lower.endsWith(".csv") ? Optional.of(CSV) : Optional.empty();
    }
  }

  /** The bytes of a document, read when they are needed. */
  @FunctionalInterface
  public interface Content {
    /** Opens the document; the caller closes it. */
    InputStream open() throws IOException;
  }

  /** The last part of the name: what may stand in a file that others read. */
  String fileName() {
    int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    return name.substring(slash + 1);
  }

  /** The file's name without its extension, or {@code ports} for standard input. */
  String stem() {
    String file = fileName();
    int dot = file.lastIndexOf('.');
    String stem = dot > 0 ? file.substring(0, dot) : file;
    return stem.equals("-") || stem.isBlank() ? "ports" : stem;
  }
}
