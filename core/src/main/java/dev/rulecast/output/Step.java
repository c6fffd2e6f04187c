package dev.rulecast.output;

import java.util.Optional;

/**
 * One change that a commit makes to the folder.
 *
 * @param path the file
 * @param before its SHA-256 as it was found; empty if there was none
 * @param after its SHA-256 as it is to be; empty if it is to be deleted
 */
record Step(String path, Optional<String> before, Optional<String> after) {
  boolean deletes() {
    return after.isEmpty();
  }
}
