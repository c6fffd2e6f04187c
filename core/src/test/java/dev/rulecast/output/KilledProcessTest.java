package dev.rulecast.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills real processes while they export. */
class KilledProcessTest {
  private static final int KILLS = 20;

  /** Staging takes 181 steps, and the commit some 600. */
  private static final int MAX_STEPS = 1_000;

  @TempDir Path temp;
  private SortedMap<String, String> first;
  private SortedMap<String, String> second;

  @BeforeEach
  void exportBothStates() throws IOException {
    Exports.export(temp.resolve("first"), ExportingProcess.state(true));
    first = Exports.tree(temp.resolve("first"));
    Exports.export(temp.resolve("second"), ExportingProcess.state(false));
    second = Exports.tree(temp.resolve("second"));
  }

  @Test
  void leavesOneOfTheTwoStates() throws IOException, InterruptedException {
    Random random = new Random(1);
    Path dir = temp.resolve("iac");
    Exports.export(dir, ExportingProcess.state(false));

    int finished = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = ExportingProcess.start("export", dir);
      process.getInputStream().readNBytes(random.nextInt(MAX_STEPS));
      process.destroyForcibly().waitFor();
      try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
        finished += folder.finishedEarlierRun() ? 1 : 0;
      }

      SortedMap<String, String> state = Exports.tree(dir);
      assertThat(state.equals(first) || state.equals(second)).as("after kill %d", kill).isTrue();
      assertThat(Files.exists(temp.resolve("iac/terraform/.rulecast.lock"))).isFalse();
    }
    assertThat(finished).as("kills in the midst of the changes").isPositive();
  }
}
