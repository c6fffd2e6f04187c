package dev.rulecast.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Words for what can go wrong with files. */
final class IoErrors {
  private IoErrors() {}

  /** A sentence; Java's own messages are often just the path. */
  static String message(IOException e) {
    if (e instanceof FileSystemException failed && failed.getFile() != null) {
      String file = "`" + failed.getFile() + "`";
      if (e instanceof NoSuchFileException) {
        return file + " does not exist.";
      }
      if (e instanceof AccessDeniedException) {
        return "There is no permission for " + file + ".";
      }
      if (failed.getReason() != null) {
        return file + ": " + failed.getReason() + ".";
      }
    }
    String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return "Reading or writing failed: " + what + ".";
  }
}
