package dev.rulecast.cli;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.importer.ImportSource;
import dev.rulecast.importer.ImportSource.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The documents that an import names. */
final class ImportFiles {
  private static final String STANDARD_INPUT = "-";

  private final InputStream standardInput;
  private final List<Diagnostic> unreadable = new ArrayList<>();

  ImportFiles(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /**
   * The documents in the order in which they are named, each once.
   *
   * @throws CommandException with all that name none
   */
  List<ImportSource> sources(List<String> arguments) {
    List<ImportSource> sources = new ArrayList<>();
    Set<Object> taken = new HashSet<>();
    for (String argument : arguments) {
      if (argument.equals(STANDARD_INPUT)) {
        if (taken.add(STANDARD_INPUT)) {
          sources.add(new ImportSource(STANDARD_INPUT, Kind.MARKDOWN, this::open));
        }
        continue;
      }
      Optional<Path> path = path(argument);
      Optional<Kind> kind = path.isPresent() ? kind(argument) : Optional.empty();
      if (path.isPresent() && kind.isPresent() && taken.add(path.get())) {
        sources.add(
            new ImportSource(
                UserText.visible(argument), kind.get(), () -> Files.newInputStream(path.get())));
      }
    }
    if (!unreadable.isEmpty()) {
      throw new CommandException(ExitCode.IO, unreadable);
    }
    return sources;
  }

  private InputStream open() {
    return new FilterInputStream(standardInput) {
      @Override
      public void close() {
        // It belongs to the process.
      }
    };
  }

  private Optional<Kind> kind(String argument) {
    Optional<Kind> kind = Kind.ofFileName(argument);
    if (kind.isEmpty()) {
      refuse(
          "unknown-extension",
          "The file " + shown(argument) + " is neither .md, .markdown, .txt nor .csv.",
          "rename it, or give its content on standard input with -, as Markdown");
    }
    return kind;
  }

  private Optional<Path> path(String argument) {
    try {
      Path path = Path.of(argument);
      if (argument.isEmpty() || !Files.exists(path)) {
        refuse("no-such-file", "There is no file " + shown(argument) + ".", "check the path");
      } else if (Files.isDirectory(path)) {
        refuse(
            "unreadable-input",
            shown(argument) + " is a folder.",
            "name the files that have tables: " + argument + "/*.md");
      } else if (!Files.isReadable(path)) {
        refuse(
            "unreadable-input",
            "The file " + shown(argument) + " cannot be read.",
            "check its permissions");
      } else {
        return Optional.of(path.toRealPath());
      }
    } catch (InvalidPathException e) {
      refuse("no-such-file", "There is no file " + shown(argument) + ".", "check the path");
    } catch (IOException e) {
      refuse(
          "unreadable-input",
          "The file " + shown(argument) + " cannot be read.",
          "check that it is there, and its permissions");
    }
    return Optional.empty();
  }

  private void refuse(String id, String message, String hint) {
    unreadable.add(Diagnostic.of(Severity.ERROR, id, message).withHint(UserText.visible(hint)));
  }

  private static String shown(String argument) {
    return "`" + UserText.visible(argument) + "`";
  }
}
