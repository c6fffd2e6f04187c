package dev.rulecast.output;

import dev.rulecast.diagnostic.UserText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a commit is about to change, in that order. As long as it stands in the staging folder, the
 * commit has to be finished by whoever holds the lock.
 *
 * <p>A line each, {@code <sha256 before> <sha256 after> <path>} with {@code -} for no file, between
 * a first and a last line that are always the same.
 */
record Journal(List<Step> steps) {
  private static final String FIRST_LINE = "rulecast-journal 1";
  private static final String LAST_LINE = "end";
  private static final String NO_FILE = "-";

  Journal {
    steps = List.copyOf(steps);
  }

  /** Writes it such that it is there completely or not at all, even if the power fails. */
  void write(Layout layout, Checkpoint checkpoint) throws IOException {
    Path draft = layout.staging().resolve("journal.draft");
    checkpoint.reach("draft the journal");
    Files.writeString(draft, text());
    Durability.force(draft);
    checkpoint.reach("put the journal in place");
    Files.move(draft, layout.journal(), StandardCopyOption.ATOMIC_MOVE);
    Durability.forceFolder(layout.staging());
  }

  private String text() {
    StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
    for (Step step : steps) {
      text.append(step.before().orElse(NO_FILE)).append(' ');
      text.append(step.after().orElse(NO_FILE)).append(' ');
      text.append(step.path()).append('\n');
    }
    return text.append(LAST_LINE).append('\n').toString();
  }

  /**
   * The journal that a killed run left.
   *
   * @throws OutputException if it is not as it was written
   */
  static Optional<Journal> read(Layout layout) throws IOException {
    String text;
    try {
      text = Files.readString(layout.journal(), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    List<String> lines = text.lines().toList();
    boolean complete =
        lines.size() >= 2
            && lines.get(0).equals(FIRST_LINE)
            && lines.get(lines.size() - 1).equals(LAST_LINE);
    if (!complete) {
      throw broken(layout);
    }
    List<Step> steps = new ArrayList<>();
    for (String line : lines.subList(1, lines.size() - 1)) {
      steps.add(step(line).orElseThrow(() -> broken(layout)));
    }
    return Optional.of(new Journal(steps));
  }

  private static Optional<Step> step(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 3 || !isState(words[0]) || !isState(words[1])) {
      return Optional.empty();
    }
    if (!words[2].equals(Manifest.NAME)) {
      try {
        OutputPaths.check(words[2]);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return Optional.of(new Step(words[2], state(words[0]), state(words[1])));
  }

  private static boolean isState(String word) {
    return word.equals(NO_FILE) || Sha256.isOne(word);
  }

  private static Optional<String> state(String word) {
    return word.equals(NO_FILE) ? Optional.empty() : Optional.of(word);
  }

  private static OutputException broken(Layout layout) {
    String folder = UserText.visible(layout.shown());
    return new OutputException(
        "A run was interrupted while it wrote to `%s`, and its journal is damaged."
            .formatted(folder),
        "restore the folder from version control, delete .rulecast.staging in it, and export"
            + " again");
  }
}
