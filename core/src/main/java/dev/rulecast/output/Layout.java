package dev.rulecast.output;

import dev.rulecast.diagnostic.UserText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * Where things are in the folder of one exporter. Everything in it is reached through here, and
 * nothing through a symbolic link: a link could lead a write to any file of the user.
 *
 * @param folder the exporter's folder, which need not exist
 */
record Layout(Path folder) {
  private static final String LOCK = ".rulecast.lock";
  private static final String STAGING = ".rulecast.staging";

  /**
   * The layout of {@code dir/exporterId}.
   *
   * @throws OutputException if it is, or would have to be created in, something else than a folder
   */
  static Layout of(Path dir, String exporterId) throws OutputException {
    OutputPaths.check(exporterId);
    return of(dir.resolve(exporterId));
  }

  /**
   * The layout of a folder.
   *
   * @throws OutputException if it is, or would have to be created in, something else than a folder
   */
  static Layout of(Path folder) throws OutputException {
    Layout layout = new Layout(folder);
    for (Path at = layout.folder.toAbsolutePath(); at != null; at = at.getParent()) {
      if (exists(at)) {
        break;
      }
    }
    for (Path own : layout.own()) {
      layout.refuseLink(own);
    }
    return layout;
  }

  private List<Path> own() {
    return List.of(folder, staging(), lock(), target(Manifest.NAME));
  }

  /** Whether there is a folder; the question is asked once, as another run may just remove it. */
  private static boolean exists(Path folder) throws OutputException {
    BasicFileAttributes found;
    try {
      found = Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return false;
    }
    if (!found.isDirectory() && !(found.isSymbolicLink() && Files.isDirectory(folder))) {
      throw new OutputException(
          "`%s` is not a folder.".formatted(shown(folder)),
          "choose another folder for the output with -o, or move it away");
    }
    return true;
  }

  Path target(String path) {
    return folder.resolve(path);
  }

  Path lock() {
    return folder.resolve(LOCK);
  }

  /** What is to be removed at the end of a run. */
  Path staging() {
    return folder.resolve(STAGING);
  }

  /** Where the new files are written first, at the same paths as in the folder. */
  Path staged() {
    return staging().resolve("new");
  }

  /** Says what a commit is about to change. */
  Path journal() {
    return staging().resolve("journal");
  }

  /** The SHA-256 of the file at a path, if there is a file. */
  Optional<String> sha256(String path) throws IOException {
    Path target = target(path);
    return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(Sha256.of(target))
        : Optional.empty();
  }

  /**
   * Makes sure that a path leads to a place in this folder.
   *
   * @throws OutputException if a part of it is a symbolic link
   */
  void refuseLinks(String path) throws OutputException {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      refuseLink(target(path.substring(0, slash)));
    }
    refuseLink(target(path));
  }

  private void refuseLink(Path path) throws OutputException {
    if (Files.isSymbolicLink(path)) {
      throw new OutputException(
          "`%s` is a symbolic link, and rulecast writes through none.".formatted(shown(path)),
          "replace it by what it leads to");
    }
  }

  /** The folder in messages. */
  String shown() {
    return shown(folder);
  }

  /** A path of the folder in messages: as the user named it, with {@code /}. */
  String shown(String path) {
    return shown(target(path));
  }

  private static String shown(Path path) {
    String separator = path.getFileSystem().getSeparator();
    return UserText.visible(path.toString().replace(separator, "/"));
  }
}
