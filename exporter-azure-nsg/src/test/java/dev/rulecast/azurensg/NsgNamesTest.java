package dev.rulecast.azurensg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rulecast.model.AddressSet;
import dev.rulecast.policy.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NsgNamesTest {
  /** An endpoint as {@code id}, or {@code id=group} where the setting says the group. */
  private static Endpoint endpoint(String text) {
    String id = text.replaceAll("=.*", "");
    return new Endpoint(id, id, false, List.of(), AddressSet.of(List.of()), Set.of(), Map.of());
  }

  private static NsgNames names(String... texts) {
    return new NsgNames(
        Stream.of(texts).map(NsgNamesTest::endpoint).toList(),
        endpoint ->
            Stream.of(texts)
                .filter(text -> text.startsWith(endpoint.id() + "="))
                .findFirst()
                .map(
                    text ->
                        new AzureNsgSettings(
                            Optional.of(text.replaceAll(".*=", "")),
                            Optional.empty(),
                            Optional.empty())));
  }

  @Test
  void anEndpointHasAGroupOfItsOwnUnlessTheSettingSaysOne() {
    NsgNames names = names("a", "b=front");
    assertThat(names.of(endpoint("a")))
        .isEqualTo(new NsgNames.Group("nsg-a", false, Optional.empty()));
    assertThat(names.of(endpoint("b")))
        .isEqualTo(new NsgNames.Group("front", true, Optional.empty()));
  }

  @Test
  void endpointsThatSayTheSameGroupShareIt() {
    NsgNames names = names("a=front", "b=front");
    assertThat(names.of(endpoint("a"))).isEqualTo(names.of(endpoint("b")));
    assertThat(names.of(endpoint("a")).problem()).isEmpty();
  }

  @Test
  void theProblemNamesEverySpelling() {
    NsgNames names = names("a=Front", "b=FRONT", "c=front", "d=other");
    assertThat(names.of(endpoint("c")))
        .isEqualTo(
            new NsgNames.Group(
                "front",
                true,
                Optional.of(
                    "Azure does not tell apart the network security groups `FRONT` and `Front` and"
                        + " `front`; the setting nsg must write them alike")));
    assertThat(names.of(endpoint("d")).problem()).isEmpty();
  }

  @Test
  void theProblemNamesThreeEndpointsInTheirOrder() {
    String rest =
        ") have the network security group `nsg-a`; to share it each needs the setting nsg";
    assertThat(names("a", "c=nsg-a", "b=nsg-a").of(endpoint("a")).problem())
        .contains("several endpoints (`a`, `b`, `c`" + rest);
    assertThat(names("e=nsg-a", "a", "d=nsg-a", "c=nsg-a", "b=nsg-a").of(endpoint("e")).problem())
        .contains("several endpoints (`a`, `b`, `c` and 2 more" + rest);
  }

  @Test
  void knowsNoGroupOfAnEndpointThatNothingIsWrittenFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> names("a").of(endpoint("b")))
        .withMessage("No rules are written for b.");
  }
}
