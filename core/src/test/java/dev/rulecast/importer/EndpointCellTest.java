package dev.rulecast.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rulecast.diagnostic.Location;
import dev.rulecast.model.InvalidValueException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointCellTest {
  private static final Location PLACE = Location.startOf("a.md");

  private static Cell cell(String text) {
    return Cell.of(text.replace("~", "\n"), List.of(), PLACE);
  }

  /** Such as {@code Web servers[10.0.0.1]{www.example.com}}. */
  private static String read(String text) {
    return EndpointCell.read(cell(text)).stream()
        .map(
            name ->
                name.title()
                    + (name.addresses().isEmpty() ? "" : name.addresses().toString())
                    + (name.fqdns().isEmpty() ? "" : "{" + String.join(",", name.fqdns()) + "}"))
        .collect(Collectors.joining(" + "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "Domain controllers = Domain controllers",
        "Script / query host = Script / query host",
        "Central Administration – FrontEnd Server = Central Administration – FrontEnd Server",
        "Computers where A and B are installed = Computers where A and B are installed",
        "vCenter Server, ESXi hosts = vCenter Server + ESXi hosts",
        "A; B = A + B",
        "A~B = A + B",
        "- A~- B = A + B",
        "Servers (web, mail) = Servers (web, mail)",
        "10.0.0.5 = 10.0.0.5[10.0.0.5]",
        "10.0.0.0/24 = 10.0.0.0/24[10.0.0.0-10.0.0.255]",
        "2001:db8::1 = 2001:db8::1[2001:db8::1]",
        "Clients (10.0.1.0/24) = Clients[10.0.1.0-10.0.1.255]",
        "DC01 10.0.0.5 = DC01[10.0.0.5]",
        "Clients: 10.0.0.1 = Clients[10.0.0.1]",
        "SQL Server 2019 = SQL Server 2019",
        "ESXi 6.7 = ESXi 6.7",
        "Node.js server = Node.js server",
        "Repository~(update.example.com) = Repository{update.example.com}",
        "Dashboard (*.example.com) = Dashboard{*.example.com}",
        "update.example.com = update.example.com{update.example.com}",
        "a.example.com, b.example.com = a.example.com{a.example.com,b.example.com}",
        "https://update.example.com/path = update.example.com{update.example.com}",
        "server.exe host = server.exe host"
      })
  void readsWhatVendorsWrite(String text, String names) {
    assertThat(read(text)).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "N/A",
        "none",
        "-",
        "–",
        "?",
        "192.168.1.x",
        "10.0.0.5/24",
        "10.0.0.300",
        "10.0.0.*"
      })
  void refusesWhatNamesNobody(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void namesASentenceAfterItsLink() {
    Cell cell =
        Cell.of(
            "For the whole list of addresses, see Addresses of X",
            List.of(new Cell.Link("Addresses of X", "https://x.example/list")),
            PLACE);

    EndpointName name = EndpointCell.read(cell).get(0);

    assertThat(name.title()).isEqualTo("Addresses of X");
    assertThat(name.said())
        .contains("For the whole list of addresses, see Addresses of X (https://x.example/list)");
  }

  @Test
  void takesALinkThatIsTheWholeCellAsItsText() {
    Cell cell =
        Cell.of("Mail server", List.of(new Cell.Link("Mail server", "https://x.example")), PLACE);

    assertThat(EndpointCell.read(cell)).containsExactly(EndpointName.of("Mail server"));
  }

  @ParameterizedTest
  @CsvSource({
    "Monitored computers, monitored computer",
    "EXCHANGE Server, Exchange server",
    "Web server(s), web servers",
    "File-Servers, file servers"
  })
  void takesTheSameNameForTheSame(String one, String other) {
    assertThat(EndpointName.key(one)).isEqualTo(EndpointName.key(other));
  }

  @ParameterizedTest
  @CsvSource({"DNS, DN", "Access, Acces", "Web server 1, Web server 2"})
  void tellsOthersApart(String one, String other) {
    assertThat(EndpointName.key(one)).isNotEqualTo(EndpointName.key(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "Netwrix Auditor Server = netwrix-auditor-server",
        "Żółw größer İstanbul ıi = zolw grosser istanbul ii",
        "10.0.0.0/24 = host-10-0-0-0-24",
        "Any = any-hosts",
        "Null = null-hosts",
        "ON = on-hosts",
        "The customer's server = the-customers-server",
        "中文 = u4e2du6587",
        "*** = host",
        "../../etc/passwd = etc-passwd"
      })
  void makesIdsOfNames(String name, String id) {
    assertThat(Slug.of(name, "host", "hosts")).isEqualTo(id.replace(' ', '-'));
  }

  @Test
  void cutsIdsBetweenWords() {
    String id = Slug.of("word ".repeat(100), "host", "hosts");

    assertThat(id).hasSizeLessThanOrEqualTo(63).endsWith("-word");
    assertThat(Slug.of("x".repeat(100), "host", "hosts")).hasSize(63);
  }
}
