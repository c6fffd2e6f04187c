package dev.rulecast.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsPathsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\x.exe",
        "d:\\Program Files\\A\\b c.exe",
        "%SystemRoot%\\system32\\svchost.exe",
        "%ProgramFiles(x86)%\\a.exe",
        "C:\\.hidden\\a..b",
        "C:\\Prüfung\\日本.exe",
      })
  void acceptsWholePaths(String path) {
    assertThat(WindowsPaths.isPath(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x.exe",
        "\\x.exe",
        "\\\\server\\share\\x.exe",
        "C:x.exe",
        "C:",
        "C:\\",
        "C:\\a\\",
        "C:\\a\\\\b",
        "C:\\..\\x.exe",
        "C:\\.\\x.exe",
        "C:\\a\\..",
        "C:/a/b.exe",
        "C:\\a*.exe",
        "C:\\a?.exe",
        "C:\\a|b",
        "C:\\a:b",
        "C:\\\"a\"",
        "%\\a.exe",
        "%A\\a.exe",
      })
  void refusesWhatWindowsFirewallWouldMatchWithNothing(String text) {
    assertThat(WindowsPaths.isPath(text)).isFalse();
  }

  @Test
  void takes260CharactersAndNoMore() {
    assertThat(WindowsPaths.isPath("C:\\" + "a".repeat(257))).isTrue();
    assertThat(WindowsPaths.isPath("C:\\" + "a".repeat(258))).isFalse();
    assertThat(WindowsPaths.isPath("C:\\" + "😀".repeat(257))).isTrue();
  }
}
