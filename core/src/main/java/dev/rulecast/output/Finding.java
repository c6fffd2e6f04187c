package dev.rulecast.output;

import java.util.Optional;

/**
 * What stands at one path, compared with what is to stand there.
 *
 * @param path in the exporter's folder
 * @param standing how the two relate
 * @param before the SHA-256 of the file that is there, if one is
 * @param after that of the file that is to be there, if one is
 */
record Finding(String path, Standing standing, Optional<String> before, Optional<String> after) {
  enum Standing {
    /** The bytes are the same, or the file is as absent as it should be. */
    SAME,
    /** There is no such file yet. */
    MISSING,
    /** The file is as the last export left it, and is to be changed. */
    DIFFERENT,
    /** The file is as the last export left it, and is to be deleted. */
    STALE,
    /** The last export did not write the file. */
    FOREIGN,
    /** The file is not as the last export left it. */
    EDITED
  }

  Step step() {
    return new Step(path, before, after);
  }
}
