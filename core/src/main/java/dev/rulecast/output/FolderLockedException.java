package dev.rulecast.output;

import dev.rulecast.diagnostic.UserText;

/** Another run is writing to the folder. The lock of a run that has died is not in the way. */
public final class FolderLockedException extends OutputException {
  private static final long serialVersionUID = 1L;

  FolderLockedException(String folder) {
    super(
        "Another run of rulecast is writing to `" + UserText.visible(folder) + "`.",
        "wait until it has ended");
  }
}
