package dev.rulecast.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lets a fuzz target of another package read a manifest. */
public final class ManifestDoor {
  private ManifestDoor() {}

  /**
   * Reads bytes as the manifest of the exporter {@code x}.
   *
   * @return the paths that it lists
   * @throws OutputException if it is none
   */
  public static Iterable<String> files(Path folder, byte[] manifest) throws IOException {
    Files.write(folder.resolve(Manifest.NAME), manifest);
    return ManifestReader.read(Layout.of(folder), "x").files().keySet();
  }
}
