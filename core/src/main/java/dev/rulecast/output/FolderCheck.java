package dev.rulecast.output;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.output.Difference.Kind;
import dev.rulecast.output.Finding.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Compares the folder of one exporter with what an export would leave in it, and changes nothing
 * there: it neither locks nor creates the folder, and stages in a temporary one.
 */
public final class FolderCheck implements AutoCloseable {
  private final Layout layout;
  private final String exporterId;
  private final Manifest previous;
  private final Path temporary;
  private final Staging staging;

  private FolderCheck(Layout layout, String exporterId, Manifest previous, Path temporary) {
    this.layout = layout;
    this.exporterId = exporterId;
    this.previous = previous;
    this.temporary = temporary;
    this.staging = new Staging(temporary);
  }

  /**
   * Begins to check {@code dir/exporterId}, which need not exist.
   *
   * @throws OutputException if the folder is not one, is a symbolic link, or its manifest cannot be
   *     read
   */
  public static FolderCheck open(Path dir, String exporterId) throws IOException {
    Layout layout = Layout.of(dir, exporterId);
    Manifest previous = ManifestReader.read(layout, exporterId);
    return new FolderCheck(
        layout, exporterId, previous, Files.createTempDirectory("rulecast-check"));
  }

  /** The small map that the exporter left last time; empty if there was no last time. */
  public Map<String, String> previous() {
    return previous.memory();
  }

  /** Takes the files as they should be. */
  public Staging staging() {
    return staging;
  }

  /**
   * Compares.
   *
   * @throws OutputException if links or folders are where an export would write
   * @throws IllegalStateException if a staged file was not closed
   */
  public CheckResult compare(ExportResult result) throws IOException {
    SortedMap<String, String> files = staging.seal();
    Optional<String> manifest = Optional.empty();
    if (!files.isEmpty() || !result.remembered().isEmpty()) {
      manifest = Optional.of(staging.writeManifest(exporterId, result));
    }
    List<Difference> differences = new ArrayList<>();
    for (Finding finding : Survey.take(layout, previous, files, manifest)) {
      kind(finding.standing())
          .ifPresent(kind -> differences.add(new Difference(finding.path(), kind)));
    }
    differences.sort(Comparator.comparing(Difference::path));
    return new CheckResult(Files.exists(layout.journal()), differences);
  }

  private static Optional<Kind> kind(Standing standing) {
    return switch (standing) {
      case SAME -> Optional.empty();
      case MISSING -> Optional.of(Kind.MISSING);
      case DIFFERENT -> Optional.of(Kind.DIFFERENT);
      case STALE -> Optional.of(Kind.STALE);
      case FOREIGN -> Optional.of(Kind.FOREIGN);
      case EDITED -> Optional.of(Kind.EDITED);
    };
  }

  /**
   * Writes one difference as a unified diff from the file as it is to the file as it should be,
   * with three lines of context. Characters that a terminal would act upon are made visible. What
   * is too large to be of use is summed up in a line that says so.
   */
  public void writeDiff(Difference difference, Appendable to) throws IOException {
    UnifiedDiff.write(
        layout.shown(difference.path()),
        layout.target(difference.path()),
        staging.staged(difference.path()),
        to);
  }

  /** Removes the temporary folder. */
  @Override
  public void close() throws IOException {
    staging.abandon();
    Folders.removeAll(temporary);
  }
}
