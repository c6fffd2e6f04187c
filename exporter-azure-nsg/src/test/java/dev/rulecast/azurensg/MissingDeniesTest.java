package dev.rulecast.azurensg;

import static dev.rulecast.azurensg.PlannedNsg.fixture;
import static dev.rulecast.azurensg.PlannedNsg.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.ReportedOutcome;
import dev.rulecast.policy.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which denies count as not written, and what that means for the allows that they overlap. */
class MissingDeniesTest {
  private static final String TAG = "tag: {settings: {azure-nsg: {serviceTag: Storage}}}";
  private static final String A = "a: {addresses: [10.0.1.0/24]}";
  private static final String B = "b: {addresses: [10.0.2.0/24]}";

  private static String deny(String id, String source, String destination) {
    return tcp(id, source, destination, "1-500").replace("purpose", "action: deny, purpose");
  }

  /** The outcomes as rule, side and kind. */
  private static List<String> outcomes(PlannedNsg planned) {
    return planned.result().outcomes().stream().map(MissingDeniesTest::text).toList();
  }

  private static String text(ReportedOutcome reported) {
    return reported.rule().replace("test/", "")
        + " "
        + reported.side().map(Side::word).orElse("")
        + " "
        + reported.outcome().kind().word();
  }

  /** The tag is no machine: what leaves the other end is refused there. */
  @Test
  void aDenyAtItsOtherEndSufficesForATag() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {}, b: {}, tag: {}",
                deny("d", "a", "tag") + ", " + tcp("r", "a", "b", "443"),
                A + ", " + B + ", " + TAG));
    assertThat(outcomes(planned))
        .containsExactly(
            "d outbound exact", "d inbound not-applicable", "r outbound exact", "r inbound exact");
    assertThat(planned.names("nsg-a"))
        .containsExactly("Deny-a-to-tag-Tcp-1-500-Out", "Allow-a-to-b-Tcp-443-Out");
  }

  @Test
  void aDenyOfATagThatNoAllowOverlapsIsNotApplicable() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {external: true}, b: {}, tag: {}",
                deny("d", "a", "tag") + ", " + tcp("r", "a", "b", "501"),
                A + ", " + B + ", " + TAG));
    assertThat(outcomes(planned)).containsExactly("d inbound not-applicable", "r inbound exact");
  }

  /** Both refuse, so that nothing is permitted. */
  @Test
  void aDenyOfATagThatAnotherDenyOverlapsIsNotApplicable() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {external: true}, b: {}, tag: {}",
                deny("d", "a", "tag") + ", " + deny("e", "a", "b"),
                A + ", " + B + ", " + TAG));
    assertThat(outcomes(planned)).containsExactly("d inbound not-applicable", "e inbound exact");
  }

  /**
   * Of the two tags, one has a deny that nobody writes; the other's allow was never to be there.
   */
  @Test
  void anAllowThatADenyOverlapsStaysNotApplicableAtATag() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "x: {external: true}, a: {}, b: {external: true}, tag: {}, other: {}",
                deny("d", "x", "tag") + ", " + tcp("r", "a", "other", "443"),
                "x: {addresses: [10.0.1.7]}, "
                    + A
                    + ", "
                    + B
                    + ", "
                    + TAG
                    + ", other: {settings: {azure-nsg: {serviceTag: Sql}}}"));
    assertThat(outcomes(planned))
        .containsExactly(
            "d inbound unsupported", "r outbound unsupported", "r inbound not-applicable");
  }

  /** It cannot be written at {@code c}, whose group nobody could tell from that of {@code d}. */
  @Test
  void aDenyIsWrittenWhereItCanBeEvenIfAllowsAreLeftOut() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {}, b: {}, c: {}, d: {}, x: {external: true}",
                String.join(
                    ", ",
                    deny("deny", "a", "c"),
                    tcp("left-out", "a", "b", "443"),
                    tcp("other", "x", "d", "80"),
                    tcp("written", "a", "b", "501")),
                A
                    + ", "
                    + B
                    + ", x: {addresses: [10.0.9.0/24]}"
                    + ", c: {addresses: [10.0.2.7], settings: {azure-nsg: {nsg: one}}}"
                    + ", d: {addresses: [10.0.4.0/24], settings: {azure-nsg: {nsg: ONE}}}"));
    assertThat(outcomes(planned))
        .containsExactly(
            "deny outbound exact",
            "deny inbound unsupported",
            "left-out outbound unsupported",
            "left-out inbound unsupported",
            "other inbound unsupported",
            "written outbound exact",
            "written inbound exact");
    assertThat(planned.names("nsg-a"))
        .containsExactly("Deny-a-to-c-Tcp-1-500-Out", "Allow-a-to-b-Tcp-501-Out");
    assertThat(planned.names("nsg-b")).containsExactly("Allow-a-to-b-Tcp-501-In");
  }

  @Test
  void anAllowThatIsNotWrittenLeavesThoseThatOverlapItAsTheyAre() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {external: true}, b: {}, c: {}, d: {}",
                String.join(
                    ", ",
                    tcp("r", "a", "b", "443"),
                    tcp("s", "a", "c", "443"),
                    tcp("t", "a", "d", "443")),
                A
                    + ", "
                    + B
                    + ", c: {addresses: [10.0.2.7], settings: {azure-nsg: {nsg: one}}}"
                    + ", d: {addresses: [10.0.4.0/24], settings: {azure-nsg: {nsg: ONE}}}"));
    assertThat(outcomes(planned))
        .containsExactly("r inbound exact", "s inbound unsupported", "t inbound unsupported");
  }

  @Test
  void anAllowAtATagLeavesThoseThatOverlapItAsTheyAre() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {external: true}, b: {}, tag: {}",
                tcp("r", "a", "b", "443") + ", " + tcp("s", "a", "tag", "443"),
                A + ", " + B + ", " + TAG));
    assertThat(outcomes(planned)).containsExactly("r inbound exact", "s inbound not-applicable");
  }
}
