package dev.rulecast.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rulecast.output.ManifestDoor;
import dev.rulecast.output.OutputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/** Any bytes as the manifest of a folder: what it lists, the next export may delete. */
class ManifestFuzzTest {
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
  private static final Path FOLDER = folder();

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("rulecast-fuzz");
      folder.toFile().deleteOnExit();
      folder.resolve(".rulecast.json").toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FuzzTest(maxDuration = "")
  void read(byte[] manifest) throws IOException {
    try {
      for (String path : ManifestDoor.files(FOLDER, manifest)) {
        boolean inside = FOLDER.resolve(path).normalize().equals(FOLDER.resolve(path));
        Claim.that(PATH.matcher(path).matches() && inside, "leaves the folder", path);
        Claim.that(!path.startsWith(".rulecast"), "rulecast's own", path);
      }
    } catch (OutputException e) {
      String message = Objects.requireNonNull(e.getMessage());
      Claim.that(Told.isReadable(message) && Told.isReadable(e.hint()), "message", message);
    }
  }
}
