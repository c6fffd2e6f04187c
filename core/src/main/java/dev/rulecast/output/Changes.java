package dev.rulecast.output;

import java.util.List;

/**
 * What a commit changed, by path in the exporter's folder, the manifest included.
 *
 * @param written files that are new or have other contents than before
 * @param deleted files that are gone
 */
public record Changes(List<String> written, List<String> deleted) {
  /** Copies the lists. */
  public Changes {
    written = List.copyOf(written);
    deleted = List.copyOf(deleted);
  }

  /** Whether the folder already was as it should be. */
  public boolean isEmpty() {
    return written.isEmpty() && deleted.isEmpty();
  }
}
