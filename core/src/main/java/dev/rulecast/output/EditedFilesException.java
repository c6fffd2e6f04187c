package dev.rulecast.output;

import dev.rulecast.diagnostic.UserText;
import java.util.List;

/** Files are in the way whose contents are somebody else's work. Nothing has been changed. */
public final class EditedFilesException extends OutputException {
  private static final long serialVersionUID = 1L;

  /** All of them, by path. */
  private final transient List<EditedFile> files;

  /**
   * A file that only {@code --force} overwrites or deletes.
   *
   * @param path in the exporter's folder
   * @param reason what makes it somebody else's
   */
  public record EditedFile(String path, Reason reason) {}

  /** What makes a file somebody else's. */
  public enum Reason {
    /** rulecast did not write it. */
    FOREIGN("was not written by rulecast"),
    /** rulecast wrote it, but it has been changed since. */
    EDITED("was edited"),
    /** The same, and it is to be deleted because the export no longer has it. */
    EDITED_STALE("was edited, and would be deleted"),
    /** It is there already, and has other contents. */
    EXISTING("is there already");

    private final String phrase;

    Reason(String phrase) {
      this.phrase = phrase;
    }

    /** The predicate of a sentence about the file. */
    public String phrase() {
      return phrase;
    }
  }

  EditedFilesException(String folder, List<EditedFile> files) {
    this(
        folder,
        (files.size() == 1 ? "a file is" : files.size() + " files are")
            + " not as rulecast left "
            + (files.size() == 1 ? "it" : "them"),
        "move the changes elsewhere, or give --force to lose them",
        files);
  }

  private EditedFilesException(String folder, String because, String hint, List<EditedFile> files) {
    super(
        "Nothing was written to `%s`, because %s.".formatted(UserText.visible(folder), because),
        hint);
    this.files = List.copyOf(files);
  }

  /** Documents of the same names are there, whoever wrote them. */
  static EditedFilesException existing(String folder, List<EditedFile> files) {
    return new EditedFilesException(
        folder,
        (files.size() == 1 ? "a file of the same name is" : files.size() + " files are")
            + " there already",
        "choose another folder with -o, or give --force to replace what is there",
        files);
  }

  /** All of them, by path. */
  public List<EditedFile> files() {
    return files;
  }
}
