package dev.rulecast.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnifiedDiffTest {
  private static final String HEAD = "--- a/x.tf\n+++ a/x.tf\n";

  @TempDir Path dir;

  @Test
  void hasThreeLinesOfContext() throws IOException {
    assertThat(diff(numbers(0, 9), numbers(0, 9).replace("5", "x")))
        .isEqualTo(HEAD + "@@ -3,7 +3,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
  }

  @Test
  void showsAFileThatIsNewAsAWhole() throws IOException {
    Files.writeString(dir.resolve("after"), "1\n2\n");

    assertThat(diff()).isEqualTo("--- /dev/null\n+++ a/x.tf\n@@ -0,0 +1,2 @@\n+1\n+2\n");
  }

  @Test
  void showsAFileThatGoesAsAWhole() throws IOException {
    Files.writeString(dir.resolve("before"), "1\n2\n");

    assertThat(diff()).isEqualTo("--- a/x.tf\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-1\n-2\n");
  }

  @Test
  void showsThatTheLastLineIsNotEnded() throws IOException {
    assertThat(diff("1\n2", "1\n2\n"))
        .isEqualTo(HEAD + "@@ -1,2 +1,2 @@\n 1\n-2\n\\ No newline at end of file\n+2\n");
  }

  @Test
  void showsOtherLineEnds() throws IOException {
    assertThat(diff("1\r\n", "1\n")).isEqualTo(HEAD + "@@ -1,1 +1,1 @@\n-1\\u000D\n+1\n");
  }

  @Test
  void makesControlCharactersVisible() throws IOException {
    assertThat(diff("\u001B[2J\u202E\n", "1\n")).contains("-\\u001B[2J\\u202E\n");
  }

  @Test
  void showsWhatIsNotUtf8() throws IOException {
    Files.write(dir.resolve("before"), "ä\n".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(dir.resolve("after"), "ä\n");

    assertThat(diff()).contains("-\uFFFD\n+ä\n");
  }

  @Test
  void showsLinesThatLookLikeADiff() throws IOException {
    assertThat(diff("@@ -1 +1 @@\n", "--- b\n"))
        .isEqualTo(HEAD + "@@ -1,1 +1,1 @@\n-@@ -1 +1 @@\n+--- b\n");
  }

  @Test
  void cutsLongLines() throws IOException {
    assertThat(diff("1\n", "x".repeat(100_000) + "\n")).endsWith("+" + "x".repeat(999) + "…\n");
  }

  @Test
  void saysSoIfTooManyLinesDiffer() throws IOException {
    assertThat(diff(numbers(0, 20_000), numbers(20_001, 40_000)))
        .isEqualTo(HEAD + "(Not shown: more than 5000 lines differ.)\n");
  }

  @Test
  void findsAFewLinesAmongMany() throws IOException {
    assertThat(diff(numbers(0, 200_000), numbers(0, 200_000).replace("\n100000\n", "\nx\n")))
        .isEqualTo(
            HEAD
                + "@@ -99998,7 +99998,7 @@\n 99997\n 99998\n 99999\n-100000\n+x\n"
                + " 100001\n 100002\n 100003\n");
  }

  @Test
  void cutsAFileThatIsNewAndLong() throws IOException {
    Files.writeString(dir.resolve("after"), numbers(1, 5_005));

    assertThat(diff()).endsWith("\n+5000\n(Not shown: 5 more lines.)\n");
  }

  @Test
  void saysWhereALargeFileDiffers() throws IOException {
    String large = "123456789\n".repeat(2_000_000);

    assertThat(diff(large, large.substring(0, 15) + "x" + large.substring(16)))
        .isEqualTo(HEAD + "(Not shown: larger than 16 MiB; the first difference is in line 2.)\n");
  }

  private static String numbers(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> number + "\n")
        .collect(Collectors.joining());
  }

  private String diff(String before, String after) throws IOException {
    Files.writeString(dir.resolve("before"), before);
    Files.writeString(dir.resolve("after"), after);
    return diff();
  }

  private String diff() throws IOException {
    StringBuilder to = new StringBuilder();
    UnifiedDiff.write("a/x.tf", dir.resolve("before"), dir.resolve("after"), to);
    return to.toString();
  }
}
