package dev.rulecast.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** In what the catalog differs from the vendor's documents, on purpose. */
final class Differences {
  /** Why. */
  enum Reason {
    /** What the document says cannot be meant. */
    SLIP,
    /** The same machines have one name in the whole catalog, and a better one. */
    RENAMED,
    /** The document itself says that the port can be another. */
    PARAMETER,
    /** One name in the document is two endpoints. */
    SPLIT
  }

  /**
   * One difference.
   *
   * @param reason why
   * @param rows the rows that it is about, by rule set
   * @param vendor what the document says, as in {@link Facts}
   * @param catalog what the catalog says there; several facts are made of one where there are
   *     several
   */
  record Difference(Reason reason, List<Row> rows, String vendor, List<String> catalog) {}

  /**
   * Rows of a table.
   *
   * @param ruleSet the rule set
   * @param ports what their first cells say
   */
  record Row(String ruleSet, String ports) {}

  static final List<Difference> ALL =
      List.of(
          renamed(
              "isilon cluster", "dell isilon/powerscale cluster", row("dell-data-storage", "8080")),
          renamed(
              "isilon/powerscale cluster",
              "dell isilon/powerscale cluster",
              row("dell-isilon-powerscale", "8080")),
          renamed(
              "microsoft 365 urls and ip address range",
              "microsoft 365",
              row("exchange-online", "80, 443"),
              row("sharepoint-online", "80, 443"),
              row("teams", "80, 443")),
          renamed(
              "microsoft 365 urls and ip address range",
              "microsoft entra id",
              row("entra-id", "80, 443")),
          slip(
              "outlook.microsoft365.com",
              "outlook.office365.com",
              row("exchange-online", "80, 443"),
              row("teams", "80, 443")),
          slip("manage.microsoft365.com", "manage.office.com", row("entra-id", "80, 443")),
          parameter("tcp 9898", "tcp $nutanix-files-port", row("nutanix-files", "9898")),
          parameter("tcp 1521", "tcp $oracle-port", row("oracle-database", "1521")),
          parameter("tcp 2484", "tcp $oracle-tls-port", row("oracle-database", "2484")),
          parameter("tcp 1433", "tcp $sql-server-port", row("sql-server", "1433")),
          parameter(
              "$central-administration-frontend-server-port",
              "$central-administration-port",
              row("sharepoint", "Custom port")),
          renamed(
              "central administration – frontend server",
              "sharepoint front-end server with central administration",
              row("sharepoint", "Custom port")),
          renamed(
              "windows server running frontend server",
              "sharepoint front-end server",
              row("sharepoint", "137 138 445, 139 445")),
          renamed(
              "default sql server instance",
              "default instances of sql server",
              row("sql-server", "1433")),
          renamed(
              "named sql server instance",
              "named instances of sql server",
              row("sql-server", "Dynamic: 1024 -65535")),
          renamed("vmware", "vmware vsphere server", row("vmware", "443")),
          renamed(
              "computers where netwrix auditor for windows server compression services reside",
              "computers with the compression services of netwrix auditor for windows server",
              row("windows-server", "9011"),
              row("auditor-server", "9011")),
          renamed(
              "audited server",
              "monitored computer",
              row("windows-file-server", "the list of predefined rules"),
              row("windows-server", "both lists of predefined rules")),
          slip(
              "(RPC-EMAP)",
              "(RPC-EPMAP)",
              row("windows-server", "the second list of predefined rules")),
          slip(
              "(Tcp-In)",
              "(TCP-In)",
              row("windows-file-server", "the list of predefined rules"),
              row("windows-server", "the first list of predefined rules")),
          renamed(
              "computer where netwrix auditor client is installed",
              "computers with the netwrix auditor client",
              row("auditor-server", "135")),
          new Difference(
              Reason.SPLIT,
              List.of(row("auditor-server", "Dynamic: 1024 -65535")),
              "computers where netwrix auditor server and netwrix auditor client are installed",
              List.of("computers with the netwrix auditor client", "netwrix auditor server")),
          renamed("ssrs", "sql server reporting service", row("auditor-server", "80, 443")),
          renamed(
              "script / query host",
              "hosts whose scripts and queries use the integration api",
              row("auditor-server", "9699")));

  private final Set<Difference> used = new HashSet<>();
  private final Set<Row> usedRows = new HashSet<>();

  private static Row row(String ruleSet, String ports) {
    return new Row(ruleSet, ports);
  }

  private static Difference renamed(String vendor, String catalog, Row... rows) {
    return new Difference(Reason.RENAMED, List.of(rows), vendor, List.of(catalog));
  }

  private static Difference slip(String vendor, String catalog, Row... rows) {
    return new Difference(Reason.SLIP, List.of(rows), vendor, List.of(catalog));
  }

  private static Difference parameter(String vendor, String catalog, Row... rows) {
    return new Difference(Reason.PARAMETER, List.of(rows), vendor, List.of(catalog));
  }

  /**
   * What only one of the two says, once the differences of this rule set are taken into account.
   */
  List<String> unexplained(String ruleSet, SortedSet<String> vendor, SortedSet<String> catalog) {
    SortedSet<String> expected = new TreeSet<>();
    for (String fact : vendor) {
      Set<String> facts = Set.of(fact);
      for (Difference difference : ALL) {
        facts = apply(difference, ruleSet, facts);
      }
      expected.addAll(facts);
    }
    List<String> unexplained = new ArrayList<>();
    expected.stream()
        .filter(fact -> !catalog.contains(fact))
        .forEach(fact -> unexplained.add(ruleSet + ", only in the document: " + fact));
    catalog.stream()
        .filter(fact -> !expected.contains(fact))
        .forEach(fact -> unexplained.add(ruleSet + ", only in the catalog: " + fact));
    return unexplained;
  }

  private Set<String> apply(Difference difference, String ruleSet, Set<String> facts) {
    for (Row row : difference.rows()) {
      if (!row.ruleSet().equals(ruleSet)) {
        continue;
      }
      Set<String> changed = new HashSet<>();
      for (String fact : facts) {
        if (!isAbout(fact, difference.vendor())) {
          changed.add(fact);
          continue;
        }
        used.add(difference);
        usedRows.add(row);
        difference.catalog().forEach(text -> changed.add(fact.replace(difference.vendor(), text)));
      }
      return changed;
    }
    return facts;
  }

  /** Whether the words are a whole part of the fact: an endpoint, or what it lets through. */
  private static boolean isAbout(String fact, String words) {
    return (" " + fact + " ").contains(" " + words + " ");
  }

  /** Differences, and rows of them, that are none. */
  List<Object> unused() {
    List<Object> unused = new ArrayList<>();
    for (Difference difference : ALL) {
      if (!used.contains(difference)) {
        unused.add(difference);
      }
      difference.rows().stream().filter(row -> !usedRows.contains(row)).forEach(unused::add);
    }
    return unused;
  }
}
