package dev.rulecast.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rulecast.model.InvalidValueException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around a table, and in its purposes. */
class SentencesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Allow outbound connections from the dynamic (1024 - 65535) local port on the computer where Agent resides.",
        "Permit outbound traffic from local ports 1024–65535 on machines where the Agent is installed.",
        "Outbound: source ports 1024 to 65535 on the host where Agent runs"
      })
  void readsPortsAtTheSource(String sentence) {
    SourcePortSentence read = SourcePortSentence.read(sentence).orElseThrow();

    assertThat(read.machine().key()).isEqualTo("agent");
    assertThat(read.ports()).hasToString("1024-65535");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Allow outbound connections to remote ports on the source and inbound connections to local ports on the target.",
        "Use port 443.",
        ""
      })
  void passesOverOtherSentences(String sentence) {
    assertThat(SourcePortSentence.read(sentence)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Allow outbound connections from local port 1024.",
        "Allow outbound connections from local ports 1024-2000 and 3000-4000 where Agent resides.",
        "Allow outbound connections from the local ports 1024-65535."
      })
  void refusesASentenceAboutSourcePortsThatItDoesNotUnderstand(String sentence) {
    assertThatThrownBy(() -> SourcePortSentence.read(sentence))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("This seems to be about ports at the source");
  }

  @Test
  void findsTheProgramThatIsToUseThePort() {
    assertThat(
            Purpose.read("Parts talk. Allow C:\\Program Files (x86)\\A b\\c.exe to use the port."))
        .isEqualTo(new Purpose("Parts talk.", Optional.of("C:\\Program Files (x86)\\A b\\c.exe")));
    assertThat(
            Purpose.read(
                "Disks. Allow the following process to use the port: %systemroot%\\system32\\x.exe"))
        .isEqualTo(new Purpose("Disks.", Optional.of("%systemroot%\\system32\\x.exe")));
  }

  @Test
  void leavesOtherPathsInThePurpose() {
    String purpose = "Runs C:\\a\\b.exe every day";

    assertThat(Purpose.read(purpose)).isEqualTo(new Purpose(purpose, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Allow a.exe to use the port",
        "Allow C:\\a\\b.exe and C:\\a\\c.exe to use the port",
        "Allow C:\\a|b\\c.exe to use the port"
      })
  void refusesAProgramThatIsNotClear(String purpose) {
    assertThatThrownBy(() -> Purpose.read(purpose)).isInstanceOf(InvalidValueException.class);
  }
}
