package dev.rulecast.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CapabilitiesTest {

  @Test
  void addsToWhatIsWidened() {
    assertThat(
            Capabilities.exact()
                .widening(Dimension.PROGRAM)
                .widening(Dimension.SOURCE_PORTS)
                .widened())
        .containsExactly(Dimension.SOURCE_PORTS, Dimension.PROGRAM);
  }

  @Test
  void addsToThePredefinedPlatforms() {
    assertThat(
            Capabilities.exact()
                .enablingPredefined("windows")
                .enablingPredefined("macos")
                .predefinedPlatforms())
        .containsExactly("macos", "windows");
  }

  @Test
  void keepsTheRestOfWhatItCanDo() {
    Capabilities capabilities =
        Capabilities.exact()
            .widening(Dimension.PROGRAM)
            .withoutDeny()
            .withoutOutbound()
            .withCommonProtocolsOnly()
            .enablingPredefined("windows");

    assertThat(capabilities)
        .hasToString(
            "Capabilities[widened=[PROGRAM], deny=false, outbound=false, everyProtocol=false,"
                + " predefinedPlatforms=[windows]]");
  }
}
