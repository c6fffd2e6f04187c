package dev.rulecast.read;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The documents in and below a folder, and what could not be looked at. */
final class FolderWalk extends SimpleFileVisitor<Path> {
  private final Path root;
  private final List<String> files = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();

  private FolderWalk(Path root) {
    this.root = root;
  }

  /** Walks a folder, itself or behind a link; links inside are not followed. */
  static FolderWalk of(Path folder) throws IOException {
    FolderWalk walk = new FolderWalk(folder.toRealPath());
    Files.walkFileTree(walk.root, walk);
    Collections.sort(walk.files);
    Collections.sort(walk.unreadable);
    return walk;
  }

  /** Paths below the folder, with {@code /}, sorted. */
  List<String> files() {
    return files;
  }

  /** Paths below the folder that could not be read, sorted. */
  List<String> unreadable() {
    return unreadable;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return folder.equals(root) || !isHidden(folder)
        ? FileVisitResult.CONTINUE
        : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile() && !isHidden(file) && isDocument(file)) {
      (Files.isReadable(file) ? files : unreadable).add(name(file));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    unreadable.add(name(file));
    return FileVisitResult.CONTINUE;
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static boolean isDocument(Path path) {
    return Format.ofFileName(path.getFileName().toString()).isPresent();
  }

  private String name(Path path) {
    return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
