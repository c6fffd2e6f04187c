package dev.rulecast.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {
  private static Optional<Columns> columns(String header) {
    return Columns.of(
        Stream.of(header.split(" *\\| *", -1))
            .map(heading -> Cell.of(heading, List.of(), Location.startOf("a.md")))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "Port, PORT",
    "PORTS, PORT",
    "Port(s), PORT",
    "Port number, PORT",
    "Destination port, PORT",
    "TCP Port(s), PORT",
    "Listens on, PORT",
    "Port/Protocol, PORT",
    "Protocol, PROTOCOL",
    "Transport, PROTOCOL",
    "Source port, SOURCE_PORT",
    "Source, SOURCE",
    "From, SOURCE",
    "Source host, SOURCE",
    "Client, SOURCE",
    "Target, DESTINATION",
    "To, DESTINATION",
    "Server, DESTINATION",
    "Direction, DIRECTION",
    "Used By, PEER",
    "Host role, LOCAL",
    "Purpose, PURPOSE",
    "Description, PURPOSE",
    "Service, SERVICE",
    "Notes, NOTES",
    "Comment, NOTES",
    "#, ORDINAL"
  })
  void knowsTheWordsOfTheTrade(String heading, Role role) {
    assertThat(Role.of(heading)).contains(role);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Port | Purpose", "Protocol | Source | Target", "To | Ports"})
  void knowsAPortTable(String header) {
    assertThat(columns(header)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " | | ",
        "Option | Setting",
        "To... | Execute...",
        "If you use... | Do",
        "Protocol"
      })
  void knowsOtherTables(String header) {
    assertThat(columns(header)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Port | Ports", "Source | From | Port", "TCP port | UDP port"})
  void seesThatTwoColumnsSayTheSame(String header) {
    assertThat(columns(header).orElseThrow().ambiguity()).isPresent();
  }

  @Test
  void severalDescriptionsAreNoProblem() {
    assertThat(columns("Port | Purpose | Description | Notes | Comment").orElseThrow().ambiguity())
        .isEmpty();
  }
}
