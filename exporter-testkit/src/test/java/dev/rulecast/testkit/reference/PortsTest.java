package dev.rulecast.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

  @Test
  void joinsWhatOverlapsOrTouches() {
    assertThat(Ports.of(List.of("443", "80-90", "85-100", "101", "444-445")))
        .containsExactly(new Ports(80, 101), new Ports(443, 445));
  }

  @ParameterizedTest
  @ValueSource(strings = {"any", "0-65535", "1-65535"})
  void knowsThreeTextsForEveryPort(String text) {
    assertThat(Ports.of(List.of(text))).containsExactly(new Ports(1, 65_535));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0-1", "65536", "90-80", "http"})
  void refusesWhatIsNoRange(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Ports.of(List.of(text)));
  }
}
