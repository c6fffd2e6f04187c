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
    if (e instanceof NoSuchFileException missing) {
      return "`" + missing.getFile() + "` does not exist.";
    }
    if (e instanceof AccessDeniedException denied) {
      return "no permission for `" + denied.getFile() + "`.";
    }
    if (e instanceof FileSystemException failed && failed.getReason() != null) {
      return "`" + failed.getFile() + "`: " + failed.getReason() + ".";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
