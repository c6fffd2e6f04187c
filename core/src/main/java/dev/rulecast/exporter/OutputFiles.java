package dev.rulecast.exporter;

import java.io.IOException;
import java.io.Writer;

/** Where an exporter's files go. */
@FunctionalInterface
public interface OutputFiles {
  /**
   * Begins a file; see {@link ExportContext#file}.
   *
   * @throws IllegalArgumentException if the path is refused
   */
  Writer file(String path) throws IOException;
}
