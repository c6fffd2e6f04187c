package dev.rulecast.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rulecast.model.InvalidValueException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortCellTest {
  /** Such as {@code tcp 53,443 | udp 53}, with {@code ?} where the cell names no protocol. */
  private static String read(String cell) {
    Ports ports = PortCell.read(cell.replace("¶", "\n").replace("_", "\u2009"));
    return ports.groups().stream()
        .map(
            group ->
                (group.protocols().isEmpty()
                        ? "?"
                        : group.protocols().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining("/")))
                    + " "
                    + group.ranges().stream().map(Object::toString).collect(Collectors.joining(","))
                    + (group.custom() ? "$" : ""))
        .collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "389 = ? 389",
        "80 443 = ? 80,443",
        "139, 445 = ? 139,445",
        "139,445 = ? 139,445",
        "25,110,143 = ? 25,110,143",
        "80/443 = ? 80,443",
        "137 138 445 = ? 137,138,445",
        "80¶443 = ? 80,443",
        "80; 443 = ? 80,443",
        "80 & 443 = ? 80,443",
        "80 and 443 = ? 80,443",
        "137 through 139 = ? 137-139",
        "2500 to 3300 = ? 2500-3300",
        "8080-8180 = ? 8080-8180",
        "8080 – 8180 = ? 8080-8180",
        "1024_–_65535 = ? 1024-65535",
        "8080..8180 = ? 8080-8180",
        "135 + Dynamic: 1024 -65535 = ? 135,1024-65535",
        "135 and dynamic range: 1024 -65535 = ? 135,1024-65535",
        "Dynamic: 1024 -65535 = ? 1024-65535",
        "Dynamic ports (49152-65535) = ? 49152-65535",
        "49152-65535 (dynamic) = ? 49152-65535",
        "5985 (for HTTP) 5986 (for HTTPS) = ? 5985,5986",
        "- 80 for http - 443 for https = ? 80,443",
        "- 80¶- 443 = ? 80,443",
        "For Managed Service Providers: 443 = ? 443",
        "443 (HTTPS) = ? 443",
        "HTTPS 443 = ? 443",
        "any = ? any",
        "All ports = ? any",
        "* = ? any",
        "0-65535 = ? any",
        "1-65535 = ? any",
        "Custom port = ? $",
        "443, custom = ? 443$",
        "443/TCP = tcp 443",
        "443/tcp, 500/udp = tcp 443 | udp 500",
        "53/tcp/udp = tcp/udp 53",
        "TCP 80, 443 = tcp 80,443",
        "TCP/443 = tcp 443",
        "TCP/8089 TCP/9997 = tcp 8089,9997",
        "TCP: 80, 443¶UDP: 53 = tcp 80,443 | udp 53",
        "TCP 80, 443 UDP 53 = tcp 80,443 | udp 53",
        "80, 443 TCP = tcp 80,443",
        "443 (TCP) = tcp 443",
        "TCP/UDP 53 = tcp/udp 53",
        "80 TCP 443 = tcp 80 | ? 443",
        "– = ''",
        "- = ''",
        "N/A = ''"
      })
  void readsWhatVendorsWrite(String cell, String ports) {
    assertThat(read(cell)).isEqualTo(ports);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "443*",
        "443 [1]",
        "443¹",
        "1024+",
        ">1024",
        "above 1024",
        "1024 and above",
        "all except 445",
        "any 443",
        "443 (not 80)",
        "443 (8443)",
        "dynamic",
        "135, dynamic",
        "- 80 - 443",
        "49,152",
        "22,443",
        "49_152",
        "70000",
        "0",
        "445-139",
        "0445",
        "1,024",
        "443/tcp (UDP)",
        "~~443~~",
        "<del>443</del>",
        "(443",
        "443)",
        "389:",
        "TCP",
        "the usual",
        "443 –",
        "RPC",
        "443 / ",
        "see below",
        "1.2.3.4",
        "443 for",
        "４４３",
        "⁴⁴³"
      })
  void refusesWhatItDoesNotFullyUnderstand(String cell) {
    assertThatThrownBy(() -> read(cell)).isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "443, false",
    "5985 (for HTTP), true",
    "For Managed Service Providers: 443, true",
    "80 or 443, true",
    "Dynamic: 1024 -65535, false"
  })
  void remembersThatACellSaysMore(String cell, boolean remarked) {
    assertThat(PortCell.read(cell).remarked()).isEqualTo(remarked);
  }

  @Test
  void saysWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> read("443*"))
        .hasMessage("The port `443*` holds `*`, which rulecast does not understand there.");
    assertThatThrownBy(() -> read("22,443"))
        .hasMessage("The port `22,443` can be one port or two.");
  }

  @Test
  void takesTimeInProportionToTheCell() {
    assertThat(PortCell.read("1 2 3 4 ".repeat(50_000)).groups()).hasSize(1);
    assertThatThrownBy(() -> read("( ".repeat(200_000))).isInstanceOf(InvalidValueException.class);
  }
}
