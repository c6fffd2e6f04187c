package dev.rulecast.output;

import dev.rulecast.output.EditedFilesException.EditedFile;
import dev.rulecast.output.EditedFilesException.Reason;
import dev.rulecast.output.Finding.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks at every path that a commit may change, before it changes any, and only at those: other
 * files in the folder are nobody's business.
 */
final class Survey {
  private final Layout layout;
  private final SortedMap<String, String> before;
  private final SortedMap<String, String> after;
  private final SortedSet<String> stale;

  private Survey(Layout layout, SortedMap<String, String> before, SortedMap<String, String> after) {
    this.layout = layout;
    this.before = before;
    this.after = after;
    this.stale = new TreeSet<>(before.keySet());
    this.stale.removeAll(after.keySet());
  }

  /**
   * Compares a folder with what is to be in it.
   *
   * @param previous what the last export left
   * @param files the new files with their SHA-256
   * @param manifest the SHA-256 of the new manifest, if there is to be one
   * @return in the order in which changes have to be made: what goes, what comes, the manifest
   * @throws OutputException if there are links or folders in the way
   */
  static List<Finding> take(
      Layout layout, Manifest previous, SortedMap<String, String> files, Optional<String> manifest)
      throws IOException {
    Survey survey = new Survey(layout, previous.files(), files);
    List<Finding> findings = new ArrayList<>();
    for (String path : survey.stale) {
      findings.add(survey.staleFile(path));
    }
    for (String path : files.keySet()) {
      findings.add(survey.newFile(path));
    }
    findings.add(survey.manifest(manifest));
    return findings;
  }

  /**
   * Refuses to go on if somebody else's work would be lost.
   *
   * @throws EditedFilesException with all such files
   */
  static void refuseEdited(Layout layout, List<Finding> findings) throws EditedFilesException {
    List<EditedFile> edited = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.standing() == Standing.FOREIGN) {
        edited.add(new EditedFile(finding.path(), Reason.FOREIGN));
      } else if (finding.standing() == Standing.EDITED) {
        Reason reason = finding.after().isEmpty() ? Reason.EDITED_STALE : Reason.EDITED;
        edited.add(new EditedFile(finding.path(), reason));
      }
    }
    if (!edited.isEmpty()) {
      throw new EditedFilesException(layout.shown(), edited);
    }
  }

  private Finding staleFile(String path) throws IOException {
    layout.refuseLinks(path);
    Optional<String> now = layout.sha256(path);
    Standing standing = Standing.EDITED;
    if (now.isEmpty()) {
      standing = Standing.SAME;
    } else if (now.get().equals(before.get(path))) {
      standing = Standing.STALE;
    }
    return new Finding(path, standing, now, Optional.empty());
  }

  private Finding newFile(String path) throws IOException {
    layout.refuseLinks(path);
    refuseFileAbove(path);
    refuseFolderAt(path);
    Optional<String> now = layout.sha256(path);
    Optional<String> wanted = Optional.ofNullable(after.get(path));
    Standing standing = Standing.EDITED;
    if (now.equals(wanted)) {
      standing = Standing.SAME;
    } else if (now.isEmpty()) {
      standing = Standing.MISSING;
    } else if (!before.containsKey(path)) {
      standing = Standing.FOREIGN;
    } else if (now.get().equals(before.get(path))) {
      standing = Standing.DIFFERENT;
    }
    return new Finding(path, standing, now, wanted);
  }

  private Finding manifest(Optional<String> wanted) throws IOException {
    Optional<String> now = layout.sha256(Manifest.NAME);
    Standing standing = Standing.DIFFERENT;
    if (now.equals(wanted)) {
      standing = Standing.SAME;
    } else if (now.isEmpty()) {
      standing = Standing.MISSING;
    } else if (wanted.isEmpty()) {
      standing = Standing.STALE;
    }
    return new Finding(Manifest.NAME, standing, now, wanted);
  }

  private void refuseFileAbove(String path) throws OutputException {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String above = path.substring(0, slash);
      Path place = layout.target(above);
      if (Files.exists(place) && !Files.isDirectory(place) && !stale.contains(above)) {
        throw inTheWay(above, "a file where the export needs a folder");
      }
    }
  }

  /** A folder may be where a file is to be only if nothing stays in it. */
  private void refuseFolderAt(String path) throws IOException {
    Path place = layout.target(path);
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS) || Files.isRegularFile(place)) {
      return;
    }
    if (!Files.isDirectory(place)) {
      throw inTheWay(path, "not a regular file");
    }
    Set<Path> going = new TreeSet<>();
    for (String gone : stale.tailSet(path + "/")) {
      Path file = layout.target(gone);
      if (!Files.exists(file)) {
        continue;
      }
      for (Path at = file; at != null && at.startsWith(place); at = at.getParent()) {
        going.add(at);
      }
    }
    try (Stream<Path> content = Files.walk(place)) {
      if (!content.allMatch(going::contains)) {
        throw inTheWay(path, "a folder where the export needs a file");
      }
    }
  }

  private OutputException inTheWay(String path, String what) {
    return new OutputException(
        "`%s` is %s.".formatted(layout.shown(path), what), "move it away; --force does not");
  }
}
