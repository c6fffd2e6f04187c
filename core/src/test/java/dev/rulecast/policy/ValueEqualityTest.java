package dev.rulecast.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.model.IcmpType;
import dev.rulecast.model.IpAddress;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values whose equality is written out: flows are merged by it, so each part of them counts. */
class ValueEqualityTest {

  /** Makes the same list each time; no two of its values are equal. */
  static Stream<Supplier<List<?>>> differentValues() {
    return Stream.of(
        () -> List.of(new PortRange(1, 2), new PortRange(1, 3), new PortRange(2, 2)),
        () -> Stream.of("any", "tcp", "udp", "icmp", "icmpv6", "gre").map(Protocol::parse).toList(),
        () ->
            Stream.of("10.0.0.1", "10.0.0.2", "::1", "1::1", "::10.0.0.1")
                .map(IpAddress::parse)
                .toList(),
        () ->
            List.of(
                traffic(Protocol.TCP, Optional.of(new PortRange(80, 80)), List.of(), ""),
                traffic(Protocol.UDP, Optional.of(new PortRange(80, 80)), List.of(), ""),
                traffic(Protocol.TCP, Optional.of(new PortRange(80, 81)), List.of(), ""),
                traffic(
                    Protocol.TCP,
                    Optional.of(new PortRange(80, 80)),
                    List.of(new PortRange(1024, 2000)),
                    ""),
                traffic(Protocol.TCP, Optional.of(new PortRange(80, 80)), List.of(), "C:\\a.exe"),
                icmp(Optional.empty()),
                icmp(Optional.of(new IcmpType(Protocol.ICMP, 8, OptionalInt.empty())))));
  }

  private static Traffic traffic(
      Protocol protocol, Optional<PortRange> ports, List<PortRange> sourcePorts, String program) {
    return new Traffic(
        protocol,
        ports,
        Optional.empty(),
        sourcePorts,
        Optional.of(program).filter(path -> !path.isEmpty()));
  }

  private static Traffic icmp(Optional<IcmpType> type) {
    return new Traffic(Protocol.ICMP, Optional.empty(), type, List.of(), Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("differentValues")
  void isThatOfAllParts(Supplier<List<?>> values) {
    List<?> these = values.get();
    List<?> others = values.get();

    for (int i = 0; i < these.size(); i++) {
      assertThat(others.get(i)).isEqualTo(these.get(i)).hasSameHashCodeAs(these.get(i));
      for (int j = 0; j < these.size(); j++) {
        if (i != j) {
          assertThat(these.get(i)).isNotEqualTo(others.get(j));
        }
      }
    }
  }
}
