package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what the arguments of one command line name. Nothing is read yet, and nothing is passed
 * over in silence: an argument that names nothing is an error. Not thread-safe.
 */
public final class Inputs {
  private static final String STANDARD_INPUT = "-";
  private static final String CATALOG = "catalog:";

  private final Catalog catalog;
  private final InputStream standardInput;
  private boolean standardInputTaken;

  /**
   * The inputs of one command line.
   *
   * @param catalog where {@code catalog:NAME} is looked up
   * @param standardInput what {@code -} is; never closed
   */
  public Inputs(Catalog catalog, InputStream standardInput) {
    this.catalog = catalog;
    this.standardInput = standardInput;
  }

  /**
   * The inputs that arguments name, in their order: files; folders, with every {@code .yaml},
   * {@code .yml} and {@code .json} file in and below them, sorted by path, without hidden ones and
   * symbolic links; {@code catalog:NAME}, where {@code *} stands for anything but a slash; and
   * {@code -} for standard input, once. What is named twice is there once.
   *
   * @throws UnreadableInputException if some of them name nothing that can be read
   */
  public List<Input> ruleSets(List<String> arguments) throws UnreadableInputException {
    List<Input> found = new ArrayList<>();
    List<Diagnostic> unreadable = new ArrayList<>();
    Set<Object> taken = new HashSet<>();
    for (String argument : arguments) {
      try {
        for (Source source : sources(argument)) {
          if (taken.add(source.identity())) {
            found.add(source.input());
          }
        }
      } catch (UnreadableInputException e) {
        unreadable.addAll(e.diagnostics());
      }
    }
    if (!unreadable.isEmpty()) {
      throw new UnreadableInputException(unreadable);
    }
    return found;
  }

  /**
   * The input that {@code -e} names: a file, or {@code -}.
   *
   * @throws UnreadableInputException if it is anything else
   */
  public Input environment(String argument) throws UnreadableInputException {
    if (argument.equals(STANDARD_INPUT)) {
      return standardInput().input();
    }
    Path path = existing(argument);
    if (Files.isDirectory(path)) {
      throw unreadable(
          "unreadable-input",
          "The environment " + quoted(argument) + " is a folder.",
          "name one file");
    }
    return file(argument, path).input();
  }

  /** An input, and what makes it the same as another however it was named. */
  private record Source(Object identity, Input input) {}

  private List<Source> sources(String argument) throws UnreadableInputException {
    if (argument.equals(STANDARD_INPUT)) {
      return List.of(standardInput());
    }
    if (argument.startsWith(CATALOG)) {
      return fromCatalog(argument.substring(CATALOG.length()));
    }
    Path path = existing(argument);
    return Files.isDirectory(path) ? folder(argument, path) : List.of(file(argument, path));
  }

  private Source standardInput() throws UnreadableInputException {
    if (standardInputTaken) {
      throw unreadable(
          "unreadable-input",
          "Standard input (`-`) is named twice, but can be read only once.",
          "name it once, or save it to a file");
    }
    standardInputTaken = true;
    InputStream open =
        new FilterInputStream(standardInput) {
          @Override
          public void close() {
            // It belongs to the process.
          }
        };
    // YAML, because JSON is YAML too.
    return new Source(STANDARD_INPUT, new Input(STANDARD_INPUT, Format.YAML, () -> open));
  }

  private List<Source> fromCatalog(String glob) throws UnreadableInputException {
    List<String> parts = new ArrayList<>();
    for (String literal : glob.split("\\*", -1)) {
      parts.add(Pattern.quote(literal));
    }
    Pattern pattern = Pattern.compile(String.join("[^/]*", parts));
    List<String> names =
        catalog.names().stream().filter(name -> pattern.matcher(name).matches()).toList();
    if (names.isEmpty()) {
      throw unreadable(
          "unknown-catalog-name",
          "The catalog has no rule set " + UserText.quote(glob) + ".",
          Suggestions.didYouMean(glob, catalog.names())
              .orElse("`rulecast catalog` lists the names"));
    }
    return names.stream()
        .map(name -> CATALOG + name)
        .map(
            name ->
                new Source(
                    name,
                    new Input(
                        name, Format.YAML, () -> catalog.open(name.substring(CATALOG.length())))))
        .toList();
  }

  private static Path existing(String argument) throws UnreadableInputException {
    Optional<Path> path = Optional.empty();
    try {
      path = Optional.of(Path.of(argument));
    } catch (InvalidPathException e) {
      // told below: no file has such a name
    }
    if (path.isEmpty() || argument.isEmpty() || !Files.exists(path.get())) {
      throw unreadable(
          "no-such-file",
          "There is no file or folder " + quoted(argument) + ".",
          path.flatMap(Inputs::neighbour).orElse("check the path"));
    }
    return path.get();
  }

  /** A file of ours beside the missing one that has nearly its name. */
  private static Optional<String> neighbour(Path missing) {
    Optional<Path> name = Optional.ofNullable(missing.getFileName());
    Path folder = Optional.ofNullable(missing.getParent()).orElse(Path.of(""));
    try (Stream<Path> entries = Files.list(folder)) {
      List<String> names =
          entries
              .filter(Files::exists)
              .map(entry -> entry.getFileName().toString())
              .filter(entry -> Format.ofFileName(entry).isPresent())
              .toList();
      return name.flatMap(n -> Suggestions.didYouMean(n.toString(), names));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Source file(String argument, Path path) throws UnreadableInputException {
    Format format =
        Format.ofFileName(argument)
            .orElseThrow(
                () ->
                    unreadable(
                        "unknown-extension",
                        "The file " + quoted(argument) + " is neither .yaml, .yml nor .json.",
                        "rename it, or give its content on standard input with -"));
    if (!Files.isReadable(path)) {
      throw unreadable(
          "unreadable-input",
          "The file " + quoted(argument) + " cannot be read.",
          "check its permissions");
    }
    return source(argument, format, path);
  }

  private static Source source(String name, Format format, Path path)
      throws UnreadableInputException {
    try {
      return new Source(
          path.toRealPath(),
          new Input(UserText.visible(name), format, () -> Files.newInputStream(path)));
    } catch (IOException e) {
      throw unreadable(
          "unreadable-input",
          "The file " + quoted(name) + " cannot be read.",
          "check that it is there, and its permissions");
    }
  }

  private static List<Source> folder(String argument, Path path) throws UnreadableInputException {
    FolderWalk walk = walk(argument, path);
    List<Diagnostic> failed =
        walk.unreadable().stream()
            .map(name -> below(argument, name))
            .map(Inputs::notReadable)
            .toList();
    if (!failed.isEmpty()) {
      throw new UnreadableInputException(failed);
    }
    if (walk.files().isEmpty()) {
      throw unreadable(
          "empty-folder",
          "The folder " + quoted(argument) + " holds no .yaml, .yml or .json file.",
          "check the path; hidden files and symbolic links are not looked at");
    }
    List<Source> sources = new ArrayList<>();
    for (String name : walk.files()) {
      Format format = Format.ofFileName(name).orElseThrow();
      sources.add(source(below(argument, name), format, path.resolve(name)));
    }
    return sources;
  }

  private static FolderWalk walk(String argument, Path path) throws UnreadableInputException {
    try {
      return FolderWalk.of(path);
    } catch (IOException e) {
      throw new UnreadableInputException(List.of(notReadable(argument)));
    }
  }

  private static String below(String folder, String name) {
    return folder.endsWith("/") || folder.endsWith("\\") ? folder + name : folder + "/" + name;
  }

  private static Diagnostic notReadable(String name) {
    return Diagnostic.of(
            Severity.ERROR,
            "unreadable-input",
            "The file or folder " + quoted(name) + " cannot be read.")
        .withHint("check its permissions");
  }

  /** The whole path, however long, since only the whole of it can be looked up. */
  private static String quoted(String path) {
    return "`" + UserText.visible(path) + "`";
  }

  private static UnreadableInputException unreadable(String id, String message, String hint) {
    return new UnreadableInputException(
        List.of(Diagnostic.of(Severity.ERROR, id, message).withHint(hint)));
  }
}
