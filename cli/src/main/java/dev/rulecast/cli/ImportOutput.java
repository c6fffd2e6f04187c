package dev.rulecast.cli;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.importer.ImportResult;
import dev.rulecast.importer.ImportedFile;
import dev.rulecast.output.DocumentFolder;
import dev.rulecast.output.Staging;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Prints what an import made, or writes it, and tells what became of it. */
final class ImportOutput {
  private static final String ENVIRONMENT = "environment.yaml";

  private final PrintWriter out;
  private final boolean json;

  ImportOutput(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** Prints the documents as one stream, the environment last. */
  void print(ImportResult result) {
    boolean first = true;
    for (ImportedFile file : result.ruleSets()) {
      print(file, first);
      first = false;
    }
    if (result.environment().isPresent()) {
      print(result.environment().get(), first);
    }
  }

  private void print(ImportedFile file, boolean first) {
    if (json) {
      line(file, file.name(), "printed", true);
      return;
    }
    out.print(first ? file.text() : "---\n" + file.text());
    out.flush();
  }

  /** Writes the rule sets into a folder and the environment beside it: all of them, or none. */
  void write(ImportResult result, Path dir, Optional<Path> environment, boolean force)
      throws IOException {
    try (DocumentFolder rules = DocumentFolder.open(dir)) {
      for (ImportedFile file : result.ruleSets()) {
        stage(rules.staging(), file.name(), file.text());
      }
      rules.prepare(force);
      if (result.environment().isEmpty()) {
        report(result, dir, rules);
        return;
      }
      Path place = environment.orElseGet(() -> beside(dir));
      String name = fileName(place);
      refuseInside(dir, place);
      try (DocumentFolder folder = DocumentFolder.open(folderOf(place))) {
        stage(folder.staging(), name, result.environment().get().text());
        folder.prepare(force);
        boolean written = !folder.commit().isEmpty();
        report(result, dir, rules);
        line(result.environment().get(), shown(place), written ? "written" : "unchanged", false);
      }
    }
  }

  private void report(ImportResult result, Path dir, DocumentFolder rules) throws IOException {
    Set<String> written = new HashSet<>(rules.commit().written());
    for (ImportedFile file : result.ruleSets()) {
      String status = written.contains(file.name()) ? "written" : "unchanged";
      line(file, shown(dir.resolve(file.name())), status, false);
    }
  }

  private static void stage(Staging staging, String name, String text) throws IOException {
    try (Writer writer = staging.file(name)) {
      writer.write(text);
    }
  }

  /** Where the environment goes unless the user says: a folder of rules must not hold one. */
  private static Path beside(Path dir) {
    Path folder = dir.toAbsolutePath().normalize();
    Path name = folder.getFileName();
    boolean plain = name != null && name.toString().matches("[A-Za-z0-9._-]{1,100}");
    String file = plain ? name + "-" + ENVIRONMENT : ENVIRONMENT;
    boolean relative = !dir.isAbsolute() && dir.normalize().equals(dir) && plain;
    return relative ? dir.resolveSibling(file) : folder.resolveSibling(file);
  }

  private static String fileName(Path file) {
    Path name = file.getFileName();
    String text = name == null ? "" : name.toString();
    boolean plain = text.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*\\.(yaml|yml)");
    if (!plain || text.startsWith(".rulecast")) {
      throw CommandException.usage(
          UserText.quote(text) + " is no name for an environment.",
          "end it with .yaml, and use letters, digits, ., _ and - alone");
    }
    return text;
  }

  private static Path folderOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? Path.of(".") : folder;
  }

  /** A folder of rule sets is read as a whole, and an environment in it is an error. */
  private static void refuseInside(Path dir, Path file) {
    if (file.toAbsolutePath().normalize().startsWith(dir.toAbsolutePath().normalize())) {
      throw CommandException.usage(
          "The environment " + UserText.quote(file.toString()) + " is in the folder of the rules.",
          "name a file elsewhere with -e");
    }
  }

  private static String shown(Path path) {
    String separator = path.getFileSystem().getSeparator();
    return UserText.visible(path.toString().replace(separator, "/"));
  }

  private void line(ImportedFile file, String name, String status, boolean withText) {
    if (json) {
      new JsonLines(out)
          .print(
              line -> {
                line.writeStringProperty("file", name);
                line.writeStringProperty("status", status);
                line.writeStringProperty("source", file.source());
                line.writeNumberProperty("rules", file.rules());
                line.writeNumberProperty("unread", file.unread());
                if (withText) {
                  line.writeStringProperty("text", file.text());
                }
              });
      return;
    }
    String counts = file.rules() == 0 ? "addresses" : Plural.of(file.rules(), "rule");
    if (file.unread() > 0) {
      counts += ", " + Plural.of(file.unread(), "row") + " not read";
    }
    out.println("%s: %s (%s) - %s".formatted(name, counts, file.source(), status));
    out.flush();
  }
}
