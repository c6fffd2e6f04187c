package dev.rulecast.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rulecast.model.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolCellTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "TCP = [tcp]",
        "TCP/UDP = [tcp, udp]",
        "TCP\\UDP = [tcp, udp]",
        "UDP / TCP = [tcp, udp]",
        "tcp and udp = [tcp, udp]",
        "TCP, UDP = [tcp, udp]",
        "TCP & UDP = [tcp, udp]",
        "TCP protocol = [tcp]",
        "ICMP = [icmp]",
        "ICMPv4 = [icmp]",
        "ICMPv6 = [icmpv6]",
        "ESP = [esp]",
        "IP protocol 50 = [esp]",
        "Protocol 89 = [89]",
        "47 = [gre]",
        "Any = [any]",
        "TCP/HTTPS = [tcp]",
        "TCP (HTTPS) = [tcp]",
        "– = []"
      })
  void readsWhatVendorsWrite(String cell, String protocols) {
    assertThat(ProtocolCell.read(cell).protocols()).hasToString(protocols);
  }

  @ParameterizedTest
  @CsvSource({
    "ICMP echo request",
    "ICMP (Echo Request)",
    "ICMP (ping)",
    "ICMP type 8",
    "ICMP ping"
  })
  void readsTypesOfIcmp(String cell) {
    assertThat(ProtocolCell.read(cell).icmpTypes()).hasToString("[8]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTPS",
        "SSH",
        "SCTP",
        "TCPish",
        "not TCP",
        "TCP except UDP",
        "any, TCP",
        "300",
        "0",
        "ICMP type 3 code 4",
        "TCP*",
        "T C P",
        "TCP (not UDP)"
      })
  void refusesWhatItDoesNotFullyUnderstand(String cell) {
    assertThatThrownBy(() -> ProtocolCell.read(cell)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void saysThatSctpIsNotSupported() {
    assertThatThrownBy(() -> ProtocolCell.read("SCTP"))
        .hasMessage("The protocol `SCTP` is not supported.");
  }

  @Test
  void saysThatAServiceIsNoProtocol() {
    assertThatThrownBy(() -> ProtocolCell.read("HTTPS"))
        .hasMessage("`HTTPS` is a service; over which protocol it runs is not said.");
  }
}
