package dev.rulecast.importer;

import static dev.rulecast.diagnostic.Severity.ERROR;
import static dev.rulecast.diagnostic.Severity.NOTE;
import static dev.rulecast.diagnostic.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.importer.ImportSource.Kind;
import dev.rulecast.model.EndpointDeclaration;
import dev.rulecast.model.PredefinedName;
import dev.rulecast.model.Protocol;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImporterTest {
  private static final String GOOD = "| 443 | TCP | Clients | Web servers | Browsing |";

  @Test
  void makesARuleOfARow() {
    Imported imported = Imported.rows(GOOD);

    Rule rule = imported.rule();
    assertThat(rule.id()).isEqualTo("tcp-443-to-web-servers");
    assertThat(rule.note().purpose()).isEqualTo("Browsing");
    assertThat(imported.flows()).containsExactly("clients > web-servers tcp 443");
    assertThat(imported.result().unread()).isZero();
    assertThat(imported.result().diagnostics()).isEmpty();
    assertThat(imported.text()).contains("  # Line 5\n");
  }

  @Test
  void readsColumnsInAnyOrderByTheWordsOfTheTrade() {
    Imported imported =
        Imported.markdown(
            """
            ## Web servers

            | Description | To | FROM | Transport | Port(s) |
            |---|---|---|:-:|--:|
            | Browsing | Web servers | Clients | tcp | 443 |
            """);

    assertThat(imported.flows()).containsExactly("clients > web-servers tcp 443");
    assertThat(imported.ruleSet().name()).isEqualTo("web-servers");
  }

  @Test
  void makesARuleSetOfEachTableAndNumbersEqualHeadings() {
    String table = "\n" + Imported.HEADER + GOOD + "\n";
    Imported imported =
        Imported.markdown("# Web Ports\n" + table + "\ntext\n" + table + "# Con\n" + table);

    assertThat(imported.ruleSets())
        .extracting(RuleSet::name)
        .containsExactly("web", "web-2", "con-rules");
    assertThat(imported.result().ruleSets())
        .extracting(ImportedFile::name)
        .containsExactly("web.yaml", "web-2.yaml", "con-rules.yaml");
  }

  @Test
  void takesTheSameNameForTheSameEndpointInEveryDocument() {
    Imported imported =
        Imported.of(
            ImportOptions.NONE,
            Imported.source("a.md", Kind.MARKDOWN, Imported.HEADER + GOOD),
            Imported.source(
                "b.md",
                Kind.MARKDOWN,
                Imported.HEADER + "| 22 | TCP | [client](https://x.example) | WEB Server | SSH |"));

    assertThat(imported.flows())
        .containsExactly("clients > web-servers tcp 443", "clients > web-servers tcp 22");
    assertThat(imported.messages(NOTE))
        .contains("`Clients` and `client` are one endpoint, `clients`.");
  }

  @Test
  void keepsWhatItCannotReadAsAComment() {
    Imported imported = Imported.rows(GOOD, "| 443* | SCTP | N/A | Web servers | x |");

    assertThat(imported.flows()).hasSize(1);
    assertThat(imported.result().unread()).isEqualTo(1);
    assertThat(imported.messages(ERROR)).hasSize(3).allMatch(message -> message.startsWith("6: "));
    assertThat(imported.text())
        .contains("# 1 row was not read: see the comments below.")
        .contains("  # Line 6. This row was not read. The protocol `SCTP` is not supported.")
        .contains("  #   | 443* | SCTP | N/A | Web servers | x |");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| 443 | TCP | Clients | Web servers | a | b |",
        "| 443 | TCP | Clients | Web servers | a\u202Eb |",
        "| 443 | TCP |  | Web servers | a |",
        "| 443 | TCP | Clients |  | a |",
        "| 443 |  | Clients | Web servers | a |",
        "|  | TCP | Clients | Web servers | a |",
        "| 443 | Any | Clients | Web servers | a |",
        "| 443 | ICMP | Clients | Web servers | a |",
        "| 443/udp | TCP | Clients | Web servers | a |",
        "| 443 | TCP | Self | itself | a |",
        "| 443 | TCP | Clients |",
        "| 443 |",
        "| 443 <s>80</s> | TCP | Clients | Web servers | a |",
        "| 443 | TCP | 10.0.0.5/24 | Web servers | a |"
      })
  void readsNoRowByHalves(String row) {
    Imported imported = Imported.rows(GOOD, row, GOOD.replace("443", "80"));

    assertThat(imported.flows())
        .containsExactly("clients > web-servers tcp 443", "clients > web-servers tcp 80");
    assertThat(imported.result().unread()).isEqualTo(1);
    assertThat(imported.messages(ERROR))
        .isNotEmpty()
        .allMatch(message -> message.startsWith("6: "));
  }

  @Test
  void passesOverEmptyRowsRepeatedHeadersAndSurplusBorders() {
    Imported imported =
        Imported.rows(
            "| | | | | |", GOOD, "| Port | Protocol | Source | Target | Purpose |", GOOD + " |");

    assertThat(imported.flows()).hasSize(2);
    assertThat(imported.result().unread()).isZero();
  }

  @Test
  void keepsTitlesInsideATableAsComments() {
    Imported imported = Imported.rows("| Web farm |  |  |  |  |", GOOD.replace("Browsing", ""));

    assertThat(imported.text()).contains("  # Web farm\n  # Line 6\n");
    assertThat(imported.rule().note().purpose()).isEqualTo("Web farm");
  }

  @Test
  void opensNothingBelowATitleThatBlocks() {
    Imported imported = Imported.rows(GOOD, "| Blocked ports |  |  |  |  |", GOOD);

    assertThat(imported.flows()).hasSize(1);
    assertThat(imported.messages(ERROR))
        .containsExactly(
            "7: This row was not read. It stands below `Blocked ports`, so that it may be nothing to"
                + " open.");
  }

  @Test
  void aTitleThatBlocksIsQuotedShortAndWithoutControls() {
    String title = "Blocked \u0080ports" + " and more".repeat(10);
    Imported imported = Imported.rows("| " + title + " |  |  |  |  |", GOOD);

    assertThat(imported.messages(ERROR))
        .contains(
            "6: This row was not read. It stands below `Blocked \\u0080ports and more and more and"
                + " more and more and more …`, so that it may be nothing to open.");
  }

  @Test
  void splitsARowByItsProtocols() {
    Imported imported =
        Imported.markdown(
            """
            | Ports and protocols | Source | Target | Purpose |
            |---|---|---|---|
            | 443/tcp, 500/udp | Gateways | Gateways | VPN |
            """);

    assertThat(imported.flows())
        .containsExactly("gateways > gateways tcp 443", "gateways > gateways udp 500");
    Imported mixed = Imported.rows("| 445 | TCP, ICMP | Clients | Files | SMB |");
    assertThat(mixed.flows()).containsExactly("clients > files icmp ", "clients > files tcp 445");
  }

  @Test
  void readsIcmpWithoutPorts() {
    assertThat(Imported.rows("| – | ICMP | Clients | Files | Ping |").flows())
        .containsExactly("clients > files icmp ");
    assertThat(Imported.rows("| N/A | ICMP (ping) | A | B | Ping |").rule().icmpTypes())
        .hasToString("[8]");
  }

  @Test
  void makesAParameterOfACustomPort() {
    Imported imported =
        Imported.rows(
            "| Custom port | TCP | Clients | Web servers | x |",
            "| Custom | TCP | Admins | Web servers | x |");

    assertThat(imported.ruleSet().parameters())
        .extracting(parameter -> parameter.id())
        .containsExactly("web-servers-port", "web-servers-port-2");
  }

  @Test
  void keepsWhatCellsSayBesides() {
    Imported imported =
        Imported.markdown(
            """
            | Port | Protocol | Source | Target | Service | Purpose | Encrypted | Remarks |
            |--|--|--|--|--|--|--|--|
            | 443 (for HTTPS) | TCP/HTTPS | Clients | Web servers | Web | Browsing | Yes | Since 2.0 |
            """);

    assertThat(imported.rule().note().purpose()).isEqualTo("Web. Browsing");
    assertThat(imported.rule().note().notes())
        .contains(
            """
            Since 2.0
            Encrypted: Yes
            Ports in the table: 443 (for HTTPS)
            Protocol in the table: TCP/HTTPS""");
    assertThat(imported.messages(NOTE))
        .containsExactly("1: A column of this table is kept in `notes`.");
  }

  @Test
  void readsDirectionsAsTheMachineOfTheHeadingSeesThem() {
    Imported imported =
        Imported.markdown(
            """
            ## Control plane {#cp}

            | Protocol | Direction | Port Range | Purpose | Used By |
            |--|--|--|--|--|
            | TCP | Inbound | 6443 | API | All |
            | TCP | Inbound | 10250 | Kubelet | Self, Workers |
            | TCP | Outbound | 443 | Images | Registry |
            | TCP | Both | 2380 | Peers | Other members |
            | TCP | Sideways | 1 | x | y |
            """);

    assertThat(imported.flows())
        .containsExactly(
            "all-hosts > control-plane tcp 6443",
            "control-plane, workers > control-plane tcp 10250",
            "control-plane > registry tcp 443",
            "other-members > control-plane tcp 2380",
            "control-plane > other-members tcp 2380");
    assertThat(imported.result().unread()).isEqualTo(1);
    assertThat(imported.messages(NOTE))
        .containsExactly("3: This table is taken to be about the machine that its heading names.");
  }

  @Test
  void namesNoMachineAfterAHeadingThatNamesNone() {
    Imported imported =
        Imported.markdown(
            """
            ## Inbound ports of the product

            | Protocol | Direction | Port | Used By |
            |--|--|--|--|
            | TCP | Inbound | 6443 | All |
            """);

    assertThat(imported.ruleSets()).isEmpty();
    assertThat(imported.messages(ERROR))
        .containsExactly("5: This row was not read. It does not say who accepts the connection.");
    assertThat(imported.messages(WARNING))
        .containsExactly("3: No row of this table was read, so that no rule set is made of it.");
  }

  @Test
  void takesFromTheUserWhatATableLeavesOut() {
    String document =
        """
        | Host role | Inbound ports | Purpose |
        |--|--|--|
        | Proxy | 9200/9243 | REST |
        """;
    ImportOptions options =
        new ImportOptions(
            Optional.of("Clients"), Optional.empty(), Optional.of(Protocol.TCP), Set.of());

    assertThat(Imported.markdown(document).messages(ERROR)).hasSize(2);
    assertThat(Imported.of(options, Imported.source("a.md", Kind.MARKDOWN, document)).flows())
        .containsExactly("clients > proxy tcp 9200, 9243");
  }

  @Test
  void neverReplacesAnEmptyCellByWhatTheUserSaysForTablesWithoutAColumn() {
    ImportOptions options =
        new ImportOptions(
            Optional.of("Clients"), Optional.of("Servers"), Optional.of(Protocol.TCP), Set.of());
    Imported imported =
        Imported.of(
            options,
            Imported.source("a.md", Kind.MARKDOWN, Imported.HEADER + GOOD + "\n| 22 | | | | x |"));

    assertThat(imported.flows()).hasSize(1);
    assertThat(imported.messages(ERROR)).hasSize(2);
  }

  @Test
  void makesAnEnvironmentOfAddresses() {
    Imported imported =
        Imported.rows(
            "| 443 | TCP | 10.0.0.0/24, 10.0.1.1 | Web servers (2001:db8::/64) | x |",
            "| 80 | TCP | 10.0.0.0/24 | Web servers | x |");

    assertThat(imported.result().environment().orElseThrow().text())
        .isEqualTo(
            """
            # Addresses in the tables of ports.md. Review them before you commit them.
            apiVersion: rulecast/v1
            kind: Environment
            metadata:
              name: imported
            endpoints:
              host-10-0-0-0-24:
                addresses: [10.0.0.0/24]
              host-10-0-1-1:
                addresses: [10.0.1.1]
              web-servers:
                addresses: ["2001:db8::/64"]
            """);
    assertThat(imported.flows())
        .containsExactly(
            "host-10-0-0-0-24, host-10-0-1-1 > web-servers tcp 443",
            "host-10-0-0-0-24 > web-servers tcp 80");
  }

  @Test
  void neverUnitesAddressesOfOneName() {
    Imported imported =
        Imported.rows(
            "| 443 | TCP | Clients (10.0.0.0/24) | Web servers | x |",
            "| 22 | TCP | Clients (10.0.1.0/24) | Web servers | x |");

    assertThat(imported.flows()).containsExactly("clients > web-servers tcp 443");
    assertThat(imported.messages(ERROR))
        .containsExactly(
            "6: This row was not read. `Clients` has other addresses in a row before.");
  }

  @Test
  void makesAnybodyAnEndpointWithoutAddresses() {
    Imported imported = Imported.rows("| 443 | TCP | Any | Web servers | x |");

    assertThat(imported.flows()).containsExactly("any-hosts > web-servers tcp 443");
    assertThat(imported.result().environment()).isEmpty();
  }

  @Test
  void takesHostNamesForExternalEndpoints() {
    Imported imported =
        Imported.rows(
            "| 443 | TCP | A | Dashboard (*.example.com) | x |",
            "| 443 | TCP | A | Updates | a.example.com b.example.com |");

    assertThat(imported.ruleSet().endpoints())
        .filteredOn(EndpointDeclaration::external)
        .extracting(e -> e.id() + e.fqdns())
        .containsExactly("dashboard[*.example.com]", "updates[a.example.com, b.example.com]");
  }

  @Test
  void addsTheSourcePortsThatASentenceGives() {
    Imported imported =
        Imported.markdown(
            """
            # X

            - Allow outbound connections from the dynamic (1024 - 65535) local port on the computer
              where Agent resides.

            """
                + Imported.HEADER
                + """
                | 443 | TCP | Agent | Web | a |
                | 443 | TCP | Web | Agent | b |
                | 137 through 139 | UDP | Agent | Web | c |
                | 137 445 | TCP/UDP | Agent | Web | d |
                | 1 | TCP | Agent, Web | Files | e |
                | – | ICMP | Agent | Web | f |
                """);

    assertThat(imported.ruleSet().rules())
        .extracting(r -> r.protocols() + " " + r.ports() + " from " + r.sourcePorts())
        .containsExactly(
            "[tcp] [443] from [1024-65535]",
            "[tcp] [443] from []",
            "[udp] [137-139] from []",
            "[udp] [137] from []",
            "[tcp] [137] from [1024-65535]",
            "[tcp, udp] [445] from [1024-65535]",
            "[tcp] [1] from [1024-65535]",
            "[tcp] [1] from []",
            "[icmp] [] from []");
  }

  @Test
  void tellsOfASentenceAboutSourcePortsThatItDoesNotUnderstand() {
    Imported imported =
        Imported.markdown(
            "Allow outbound connections from local port 1024.\n\n" + Imported.HEADER + GOOD);

    assertThat(imported.result().unread()).isEqualTo(1);
    assertThat(imported.messages(ERROR))
        .singleElement()
        .asString()
        .startsWith("1: This seems to be about ports at the source");
  }

  private static final String PREDEFINED =
      "# Agent\n\n"
          + Imported.HEADER
          + GOOD
          + """


          ## Windows Firewall

          **Step 1 –** On every web server, open the settings.

          **Step 2 –** Enable the following inbound connection rules:

          * Remote Event Log Management (rpc)
          * Remote Event Log Management (RPC-EMAP)
          """;

  @Test
  void readsListsOfPredefinedRules() {
    Imported imported = Imported.markdown(PREDEFINED);

    assertThat(imported.ruleSet().predefinedRules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.id()).isEqualTo("remote-event-log-management");
              assertThat(rule.sources()).containsExactly("clients");
              assertThat(rule.endpoints()).containsExactly("web-servers");
              assertThat(rule.rules()).hasSize(2);
            });
  }

  @Test
  void correctsOnlyTheCaseOfPredefinedRules() {
    ImportOptions options =
        new ImportOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of("Remote Event Log Management (RPC)", "Remote Event Log Management (RPC-EPMAP)"));
    Imported imported = Imported.of(options, Imported.source("a.md", Kind.MARKDOWN, PREDEFINED));

    assertThat(imported.ruleSet().predefinedRules().get(0).rules())
        .extracting(PredefinedName::text)
        .containsExactly("Remote Event Log Management (RPC)");
    assertThat(imported.text())
        .contains("      # The document writes: Remote Event Log Management (rpc)\n")
        .contains("      #   Remote Event Log Management (RPC-EMAP)\n");
    assertThat(imported.result().unread()).isEqualTo(1);
    assertThat(imported.result().diagnostics())
        .filteredOn(d -> d.severity() == ERROR)
        .singleElement()
        .satisfies(
            d ->
                assertThat(d.hint())
                    .contains("did you mean `Remote Event Log Management (RPC-EPMAP)`?"));
  }

  @Test
  void tellsOfAListOfPredefinedRulesThatBelongsToNoTable() {
    Imported imported =
        Imported.markdown(
            "Enable the following inbound rules of Windows:\n\n- A (In)\n\n# Web\n\n"
                + Imported.HEADER
                + GOOD);

    assertThat(imported.result().unread()).isEqualTo(1);
    assertThat(imported.messages(ERROR))
        .containsExactly("1: This list of rules belongs to no port table, and was not read.");
  }

  @Test
  void passesOverOtherTables() {
    Imported imported =
        Imported.markdown("| Option | Setting |\n|--|--|\n| a | b |\n\n" + Imported.HEADER + GOOD);

    assertThat(imported.result().unread()).isZero();
    assertThat(imported.messages(NOTE))
        .containsExactly("1: This table has no column of ports, so it was left out.");
  }

  @Test
  void readsTablesInsideListsAndQuotations() {
    Imported imported =
        Imported.markdown(
            ("1. First:\n\n" + Imported.HEADER + GOOD).replace("\n|", "\n   |")
                + "\n\n"
                + ("\n" + Imported.HEADER + GOOD).replace("\n|", "\n> |"));

    assertThat(imported.flows()).hasSize(2);
  }

  @Test
  void readsNoTableInsideCode() {
    assertThat(Imported.markdown("```\n" + Imported.HEADER + GOOD + "\n```\n").result().failed())
        .isTrue();
  }

  @Test
  void tellsOfWhatOnlyLooksLikeATable() {
    Imported imported =
        Imported.markdown(
            "| Port | Protocol |\n|--|\n| 443 | TCP |\n\n"
                + "<TABLE><tr><td>443</td></tr></TABLE>\n\n"
                + Imported.HEADER
                + GOOD);

    assertThat(imported.flows()).hasSize(1);
    assertThat(imported.result().unread()).isEqualTo(2);
    assertThat(imported.messages(ERROR))
        .containsExactly(
            "1: This is no table, because the line of hyphens has not as many columns as the"
                + " header.",
            "5: This is a table in HTML, which rulecast does not read.");
  }

  @Test
  void tellsOfTwoColumnsThatSayTheSame() {
    Imported imported =
        Imported.markdown("| Port | Ports | Protocol | From | To |\n|-|-|-|-|-|\n|1|2|TCP|A|B|");

    assertThat(imported.messages(ERROR))
        .containsExactly(
            "3: This row was not read. The columns `Port` and `Ports` of this table say the same.");
  }

  @Test
  void showsNoControlCharacterOfAHeading() {
    Imported imported = Imported.csv("Port,Ports\u001D,Protocol,From,To\n1,2,TCP,A,B\n");

    assertThat(imported.messages(ERROR))
        .containsExactly(
            "2: This row was not read. The columns `Port` and `Ports\\u001D` of this table say the"
                + " same.");
  }

  @Test
  void readsBreaksEscapesAndHtmlThatOnlyLaysOut() {
    Imported imported =
        Imported.rows(
            "| 80<br>443 | **TCP** | <b>Clients</b> | `Web` servers | one<br/>a \\| b \\*c\\* |");

    assertThat(imported.flows()).containsExactly("clients > web-servers tcp 80, 443");
    assertThat(imported.rule().note().purpose()).isEqualTo("one\na | b *c*");
    assertThat(imported.text()).contains("    purpose: |-\n      one\n      a | b *c*\n");
  }

  @Test
  void takesTheTitleOfADocumentWithoutHeadingsFromItsSettingsOrItsName() {
    String table = Imported.HEADER + GOOD;

    assertThat(Imported.markdown("---\ntitle: \"Web: x\"\n---\n\n" + table).ruleSet().title())
        .contains("Web: x");
    assertThat(Imported.markdown(table).ruleSet().name()).isEqualTo("table-ports".substring(6));
  }

  @Test
  void namesRulesSoThatARowAddedElsewhereChangesNone() {
    Imported before = Imported.rows(GOOD, GOOD.replace("Clients", "Admins"), GOOD);
    Imported after =
        Imported.rows(
            "| 22 | TCP | A | Web servers | x |", GOOD, GOOD.replace("Clients", "Admins"), GOOD);

    assertThat(before.ruleSet().rules())
        .extracting(Rule::id)
        .containsExactly(
            "tcp-443-to-web-servers",
            "tcp-443-to-web-servers-from-admins",
            "tcp-443-to-web-servers-2");
    assertThat(after.ruleSet().rules())
        .extracting(Rule::id)
        .containsAll(before.ruleSet().rules().stream().map(Rule::id).toList());
  }

  @Test
  void givesTheSameBytesForTheSameDocuments() {
    assertThat(Imported.rows(GOOD, PREDEFINED).result())
        .isEqualTo(Imported.rows(GOOD, PREDEFINED).result());
  }

  @Test
  void readsLineEndsAndAByteOrderMarkAsEditorsWriteThem() {
    String document = "# Web\n\n" + Imported.HEADER + GOOD + "\n";
    String text = Imported.markdown(document).text();

    assertThat(Imported.markdown("\uFEFF" + document.replace("\n", "\r\n")).text()).isEqualTo(text);
    assertThat(Imported.markdown(document.replace("\n", "\r")).text()).isEqualTo(text);
  }

  @Test
  void tellsOfEveryDocumentThatIsNoText() {
    Imported imported =
        Imported.of(
            ImportOptions.NONE,
            Imported.source("a.md", Kind.MARKDOWN, new byte[] {'a', '\n', 'b', (byte) 0xFF}),
            Imported.source("b.md", Kind.MARKDOWN, new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0}),
            Imported.source("c.md", Kind.MARKDOWN, "a\0b"),
            Imported.source("d.csv", Kind.CSV, "Port\n\"4"),
            Imported.source("e.md", Kind.MARKDOWN, "|" + "-|".repeat(300)),
            Imported.source("e2.md", Kind.MARKDOWN, "x".repeat((4 << 20) + 1)),
            Imported.source("e3.csv", Kind.CSV, "x".repeat((8 << 20) + 1)),
            Imported.source("f.md", Kind.MARKDOWN, Imported.HEADER + GOOD));

    assertThat(imported.result().failed()).isTrue();
    assertThat(imported.result().diagnostics())
        .extracting(d -> d.location().orElseThrow() + " " + d.id())
        .containsExactly(
            "a.md:2:2 not-utf-8",
            "b.md:1:1 not-utf-8",
            "c.md:1:2 not-text",
            "d.csv:1:1 csv",
            "e.md:1:1 too-many-columns",
            "e2.md:1:1 file-too-large",
            "e3.csv:1:1 file-too-large");
  }

  @Test
  void tellsOfADocumentWithoutAPortTable() {
    assertThat(Imported.markdown("# Ports\n\nNo table.\n").messages(ERROR))
        .containsExactly("1: The document has no table with a column of ports.");
    assertThat(Imported.markdown("").result().failed()).isTrue();
    assertThat(Imported.csv("").result().failed()).isTrue();
    Imported one =
        Imported.of(
            ImportOptions.NONE,
            Imported.source("a.md", Kind.MARKDOWN, "text"),
            Imported.source("b.md", Kind.MARKDOWN, Imported.HEADER + GOOD));
    assertThat(one.result().failed()).isFalse();
    assertThat(one.messages(WARNING)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void readsCsvWithTheSeparatorsOfSpreadsheets(String separator) {
    String csv =
        """
        "Port",Protocol,From,To,Description
        443,TCP,Clients,"Web ""farm""\","Browsing,
        and more"

        22,TCP,Admins,Web farm,SSH
        """
            .replace(",T", separator + "T");
    String text = csv;
    if (!separator.equals(",")) {
      text =
          "\"Port\";Protocol;From;To;Description\n443;TCP;Clients;\"Web \"\"farm\"\"\";\"Browsing,\nand more\"\n\n22;TCP;Admins;Web farm;SSH\n"
              .replace(";", separator);
    }
    Imported imported = Imported.csv(text);

    assertThat(imported.flows())
        .containsExactly("clients > web-farm tcp 443", "admins > web-farm tcp 22");
    assertThat(imported.ruleSet().rules().get(0).note().purpose()).isEqualTo("Browsing,\nand more");
    assertThat(imported.ruleSet().rules().get(1).location().line()).isPositive();
    assertThat(imported.text()).contains("  # Line 2\n").contains("  # Line 5\n");
  }

  @Test
  void readsNoCsvRowWithMoreCellsThanTheHeader() {
    Imported imported =
        Imported.csv("Port,Protocol,From,To,Use\n443,TCP,A,B,x,80\n22,TCP,A,B,x,\n1,TCP,A\n");

    assertThat(imported.flows()).containsExactly("a > b tcp 22");
    assertThat(imported.messages(ERROR))
        .contains("2: This row was not read. It has 6 cells, but the header has 5.");
    assertThat(imported.result().unread()).isEqualTo(2);
  }

  @Test
  void readsADocumentThatIsMadeToBeSlow() {
    String nested = ">".repeat(20_000) + "\n" + "*a ".repeat(20_000) + "[".repeat(20_000) + "\n\n";
    String cells = "| " + "*_`[".repeat(10_000) + " | TCP | A | B | x |\n";
    Imported imported = Imported.markdown(nested + Imported.HEADER + cells.repeat(3) + GOOD);

    assertThat(imported.flows()).hasSize(1);
    assertThat(imported.result().unread()).isEqualTo(3);
  }

  /** The parser's time would grow with the square of their number: hours for a few megabytes. */
  @ParameterizedTest
  @ValueSource(strings = {"text", "cell", "heading", "list"})
  void refusesBracketsInBracketsOverMuchText(String where) {
    String brackets = "![[".repeat(30_000) + "](".repeat(30_000);
    String text =
        switch (where) {
          case "cell" -> Imported.HEADER + "| 1 | TCP | A | B | " + brackets + " |\n";
          case "heading" -> "\n\n# " + brackets + "\n";
          case "list" -> "\n\n- " + brackets + "\n";
          default -> "\n\n" + brackets + "\n";
        };
    Imported imported = Imported.markdown("Intro\n\n".repeat(3) + text);

    assertThat(imported.result().failed()).isTrue();
    assertThat(imported.messages(ERROR))
        .containsExactly(
            "9: With the text here the document has too many square brackets in long texts.");
  }

  @Test
  void refusesMoreCellsThanAreHeld() {
    // Rows of one cell are filled up to the width of the header.
    String header = "| Port |" + " x |".repeat(199) + "\n|" + "-|".repeat(200) + "\n";

    assertThat(Imported.markdown(header + "| 1 |\n".repeat(5_001)).messages(ERROR))
        .containsExactly("1: The tables of the document have more than 1000000 cells.");
  }

  @Test
  void readsTenThousandTablesAndNoMore() {
    String others = "| Name |\n|---|\n| x |\n\n".repeat(9_999);
    String ports = Imported.HEADER + GOOD + "\n\n";

    assertThat(Imported.markdown(others + ports).ruleSets()).hasSize(1);
    assertThat(Imported.markdown(others + ports + ports).messages(ERROR))
        .containsExactly("40001: The document has too many tables and lists up to the one here.");
  }

  /** What is said before a table is looked at for each table. */
  @ParameterizedTest
  @ValueSource(strings = {"table", "list"})
  void refusesTooMuchTextBeforeTooManyTables(String what) {
    String one = what.equals("table") ? Imported.HEADER + GOOD + "\n\n" : "Enable:\n\n- a\n\n";
    String text = ("x".repeat(1_000) + "\n\n").repeat(1_000);

    assertThat(Imported.markdown(text + one.repeat(268)).result().diagnostics())
        .noneMatch(d -> d.id().equals("too-many-tables"));
    assertThat(Imported.markdown(text + one.repeat(300)).messages(ERROR))
        .singleElement()
        .asString()
        .endsWith(": The document has too many tables and lists up to the one here.");
  }

  @Test
  void tellsOnceOfASentenceThatItDoesNotUnderstand() {
    String table = Imported.HEADER + GOOD + "\n\n";
    Imported imported =
        Imported.markdown("Outbound from local port 1 to 2 or 3.\n\n" + table.repeat(3));

    assertThat(imported.messages(ERROR)).hasSize(1);
    assertThat(imported.result().unread()).isEqualTo(1);
  }

  @Test
  void readsThousandsOfLinks() {
    String link = "[the [old] server](https://vendor.example/documents/ports) ";
    String row = "| 443 | TCP | A | B | Browsing, see " + link + " |\n";
    Imported imported =
        Imported.markdown(
            (link.repeat(20) + "\n\n").repeat(500) + Imported.HEADER + row.repeat(5_000));

    assertThat(imported.result().failed()).isFalse();
    assertThat(imported.result().unread()).isZero();
  }

  @Test
  void makesNoFileOfSoManyUnreadRowsThatNobodyCouldReadIt() {
    Imported imported =
        Imported.rows(GOOD, ("| x | TCP | A | B | " + "y".repeat(4_000) + " |\n").repeat(400));

    assertThat(imported.ruleSets()).isEmpty();
    assertThat(imported.result().unread()).isEqualTo(400);
    assertThat(imported.messages(WARNING))
        .containsExactly(
            "3: So many rows of this table were not read that no rule set is made of it.");
  }

  @Test
  void keepsTextsThatAreTooLongOutOfRules() {
    Imported imported = Imported.rows(GOOD, "| 1 | TCP | A | B | " + "y".repeat(5_000) + " |");

    assertThat(imported.flows()).hasSize(1);
    assertThat(imported.text().lines()).allMatch(line -> line.length() < 4_200);
  }

  /** A character that no document may hold stands where texts of rules come from. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "the heading of an unknown column ! 2",
        "the heading of a section ! 2",
        "an entity in the purpose ! 1",
        "an entity in an unknown column ! 1",
        "a title in the table ! 2"
      })
  void writesWhatTheReaderReads(String where, int rules) {
    String table = "| Port | Protocol | Source | Target | Zone | Purpose |\n|-|-|-|-|-|-|\n";
    String row = "| 1 | TCP | A | B | DMZ | x |\n";
    String good = "| 2 | TCP | A | B | | good |\n";
    String text =
        switch (where) {
          case "the heading of an unknown column" -> table.replace("Zone", "Zo\u0014ne") + row;
          case "the heading of a section" -> "# We\u0014b\n\n" + table + row.replace("x", "");
          case "an entity in the purpose" -> table + row.replace("x", "a&#x202E;b");
          case "an entity in an unknown column" -> table + row.replace("DMZ", "a&#x202E;b");
          default -> table + "| We\u0014b | | | | | |\n" + row.replace("x", "");
        };
    // What this makes is read again.
    Imported imported = Imported.markdown(text + good);

    assertThat(imported.flows()).hasSize(rules);
    assertThat(imported.text().codePoints()).noneMatch(c -> c == 0x14 || c == 0x202E);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+12027-01-31", "-0001-01-31", "2027-1-31", "2027-02-30"})
  void leavesDatesToPeopleThatNoDocumentHas(String date) {
    String table = "| Port | Protocol | Source | Target | Purpose | Expires |\n|-|-|-|-|-|-|\n";
    String row = "| 1 | TCP | A | B | x | %s |\n";
    Imported imported =
        Imported.markdown(table + row.formatted("2027-01-31") + row.formatted(date));

    assertThat(imported.flows()).hasSize(1);
    assertThat(imported.result().unread()).isEqualTo(1);
  }
}
