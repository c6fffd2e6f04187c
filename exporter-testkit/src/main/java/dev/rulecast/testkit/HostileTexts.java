package dev.rulecast.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Texts that a user may write and that mean something in one target language or another. An
 * exporter prints them so that they mean nothing; see {@link ExporterContract#readTexts}.
 */
public final class HostileTexts {
  /** The longest text that documents may hold, in code points. */
  private static final int MAX_TEXT = 4_096;

  private static final List<HostileText> ALL =
      List.of(
          // Interpolation and templates.
          text("dollar-brace", "${aws_security_group.x.id}"),
          text("dollar-brace-unclosed", "costs ${"),
          text("dollars-before-brace", "$${a} $$${b} $"),
          text("percent-brace", "%{ if true }yes%{ endif }"),
          text("percent-brace-unclosed", "100 %{"),
          text("percents-before-brace", "%%{a} %%%{b} %"),
          text("jinja-value", "{{ lookup('pipe', 'id') }}"),
          text("jinja-unclosed", "{{ "),
          text("jinja-statement", "{% raw %}"),
          text("jinja-end-raw", "{% endraw %}{{ 7*7 }}{% raw %}"),
          text("jinja-comment", "{# hidden #}"),
          text("cloudformation-resolve", "{{resolve:ssm-secure:password:1}}"),
          text("arm-expression", "[resourceGroup().id]"),
          text("arm-escaped", "[[x]"),
          text("arm-unclosed", "[concat('a', 'b'"),
          text("freemarker", "[=owner] <#if x> ${x?no_esc} <#-- x -->"),
          text("shell-substitution", "$(id)"),
          text("backticks", "`id`"),
          text("powershell-subexpression", "$($env:PATH) @('x') `n"),
          text("windows-variable", "%PATH% !PATH! ^"),
          // Quotes and backslashes.
          text("double-quote", "the \"old\" server"),
          text("double-quote-alone", "\""),
          text("double-quotes-tripled", "\"\"\" \"\""),
          text("single-quote", "the customer's server"),
          text("single-quotes", "''' ''"),
          text("typographic-quotes", "“a” „b‟ ‘c’ «d»"),
          text("backslash", "C:\\new\\table\\u0041"),
          text("backslash-trailing", "C:\\temp\\"),
          text("backslash-quote", "\\\" + file(\"/etc/passwd\") + \\\""),
          text("break-out-of-hcl", "x\" }\nresource \"null_resource\" \"y\" { #"),
          text("break-out-of-json", "x\", \"CidrIp\": \"0.0.0.0/0"),
          text("break-out-of-yaml", "x\n  - rule: any\nhosts: all"),
          text("break-out-of-command", "x; firewall-policy delete -policy * #"),
          // Comments, heredocs, documents.
          text("comment-end", "a */ b /* c"),
          text("line-comments", "# a // b -- c ; d ' e"),
          text("hash-first", "#checkov:skip=CKV_AWS_24: because"),
          text("heredoc-end", "a\nEOT\nb"),
          text("document-marks", "---\nx\n..."),
          text("cdata-end", "a ]]> b"),
          text("markup", "<script>alert('x')</script> &amp; <!-- -->"),
          text("markdown", "**a** [b](javascript:x) ![c](d) <br> | `e` ~~f~~ \\| g"),
          text("pipe", "a | b || c"),
          text("table-break", "a |\n| --- |\n| b |"),
          text("tilde", "~root ~"),
          // YAML.
          text("yaml-tag", "!!python/object/apply:os.system [id]"),
          text("yaml-anchor", "&anchor *alias <<: *alias"),
          text("yaml-boolean", "on"),
          text("yaml-norway", "no"),
          text("yaml-null", "~null"),
          text("yaml-null-word", "null"),
          text("yaml-sexagesimal", "22:22"),
          text("yaml-octal", "010"),
          text("yaml-exponent", "1e3"),
          text("yaml-infinity", ".inf"),
          text("yaml-date", "2026-01-15"),
          text("yaml-mapping", "key: value"),
          text("yaml-list", "- item"),
          text("yaml-complex-key", "? key"),
          text("yaml-flow", "{a: [b, c]}"),
          text("yaml-block", "|-"),
          text("yaml-directive", "%YAML 1.1"),
          text("yaml-reserved", "@x `y"),
          // Spreadsheets.
          text("formula-equals", "=cmd|' /C calc'!A0"),
          text("formula-plus", "+1+1"),
          text("formula-minus", "-2+3"),
          text("formula-at", "@SUM(A1:A9)"),
          text("formula-tab", "\t=1+1"),
          text("separators", "a,b;c,\"d\"\n,e"),
          // Layout.
          text("line-feeds", "first\n\nthird\n"),
          text("tabs", "a\tb\t"),
          text("spaces-around", "  a  "),
          text("question-mark", "?"),
          text("hyphen", "-"),
          text("longest", "0123456789abcdef".repeat(MAX_TEXT / 16)),
          text("longest-not-ascii", "ä".repeat(MAX_TEXT)),
          text("dollar-at-the-cut", "x".repeat(254) + "${a}"),
          // Unicode.
          text("emoji", "\uD83D\uDD25 wall \uD83D\uDC69\u200D\uD83D\uDCBB"),
          text("emojis", "\uD83D\uDD25".repeat(200)),
          text("combining-marks", "u\u0308ber e\u0301 Z\u0351\u036B\u0343"),
          // Unicode's form C, which some tools make of texts, has two characters for each of these.
          text("longer-when-composed", "\u0958".repeat(23) + "xy"),
          text("too-long-when-composed", "\u0958".repeat(24)),
          text("letters", "Żółw größer İstanbul ıi ﬁle"),
          text("right-to-left", "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627"),
          text("wide", "\uFF24\uFF2E\uFF33 ア \u4E2D\u6587"),
          text("no-break-space", "a\u00A0b\u202Fc"),
          text("zero-width", "a\u200Bb\u200Dc\u2060d"),
          text("dashes", "a – b — c ‑ d → e"),
          text("replacement", "\uFFFD \uFFFE"),
          text("private-use", "\uE000 \uDBFF\uDFFD"));

  /** What no document may hold, but an escaper may be given by a program. */
  private static final List<HostileText> FORBIDDEN =
      List.of(
          text("carriage-return", "a\rb\r\nc\r"),
          text("next-line", "a\u0085b"),
          text("line-separator", "a\u2028b"),
          text("paragraph-separator", "a\u2029b"),
          text("nul", "a\0b\0"),
          text("escape-sequence", "\u001B[2J\u001B]0;owned\u0007\u009B2J"),
          text("backspace", "rm -rf /\b\b\b\b\b\b\b\bls"),
          text("form-feed", "a\fb\u000Bc"),
          text("delete", "a\u007Fb"),
          text("every-control", controls()),
          text("byte-order-mark", "\uFEFFa\uFEFFb"),
          text("bidirectional-override", "a\u202Enimda\u202Cb"),
          text("bidirectional-isolate", "a\u2066b\u2067c\u2068d\u2069"),
          text("directional-marks", "a\u200Eb\u200Fc\u061Cd"),
          text("lone-surrogates", "a\uD800b\uDFFFc\uDBFF"),
          text("break-out-by-carriage-return", "x\rresource \"null_resource\" \"y\" {}"),
          text("break-out-by-next-line", "x\u0085hosts: all"),
          text("break-out-by-line-separator", "x\u2028volume delete *"));

  private HostileTexts() {}

  private static String controls() {
    StringBuilder controls = new StringBuilder();
    for (int c = 0; c < 0xA0; c = c == 0x1F ? 0x7F : c + 1) {
      controls.appendCodePoint(c);
    }
    return controls.toString();
  }

  /**
   * A text of the corpus.
   *
   * @param name what it tries, an id
   * @param text as it stands in {@code purpose} and {@code notes}
   */
  public record HostileText(String name, String text) {
    /** The text where line feeds and tabs are not allowed: as spaces. */
    public String line() {
      return text.replace('\n', ' ').replace('\t', ' ');
    }

    /** The name, for the titles of tests. */
    @Override
    public String toString() {
      return name;
    }
  }

  /** A place of free text in a document. */
  public enum Field {
    /** Of a rule; may have several lines. */
    PURPOSE,
    /** Of a rule. */
    OWNER,
    /** Of a rule. */
    TICKET,
    /** Of a rule; may have several lines. */
    NOTES,
    /** The title of a rule set. */
    RULE_SET_TITLE,
    /** The reference of a rule set. */
    REFERENCE,
    /** The title of an endpoint. */
    ENDPOINT_TITLE,
    /** The description of a parameter. */
    PARAMETER_DESCRIPTION,
    /** Of predefined rules; may have several lines. */
    PREDEFINED_PURPOSE;

    /** What the documents of {@link HostileTexts#fixture} say there. */
    public String of(HostileText text) {
      return switch (this) {
        case PURPOSE, NOTES, PREDEFINED_PURPOSE -> text.text();
        default -> text.line();
      };
    }
  }

  private static HostileText text(String name, String text) {
    return new HostileText(name, text);
  }

  /** Every text, in an order that does not change. */
  public static List<HostileText> all() {
    return ALL;
  }

  /**
   * Texts that documents cannot hold, since the reader refuses them: controls, other ends of lines
   * and what changes the direction of writing. An escaper may be tried with them directly, as it is
   * to be safe whatever the reader does.
   */
  public static List<HostileText> forbidden() {
    return FORBIDDEN;
  }

  /**
   * A rule set that has the text in every field of free text, with two endpoints that are bound and
   * one that is not.
   */
  public static Fixture fixture(HostileText text) {
    return fixture("hostile-" + text.name(), List.of(text));
  }

  /** A rule set for each text. */
  public static Fixture fixture(String name, Collection<HostileText> texts) {
    List<String> documents = new ArrayList<>();
    StringBuilder endpoints = new StringBuilder();
    int host = 0;
    for (HostileText text : texts) {
      documents.add(ruleSet(text));
      endpoints.append(
          """
            client-%s: {addresses: [10.%s.0.1]}
            server-%s: {addresses: [10.%s.1.0/24]}
          """
              .formatted(text.name(), host, text.name(), host));
      host++;
    }
    String environment =
        """
        apiVersion: rulecast/v1
        kind: Environment
        metadata: {name: hostile}
        endpoints:
        """;
    return Fixture.of(name, String.join("---\n", documents)).in(environment + endpoints);
  }

  private static String ruleSet(HostileText text) {
    return """
    apiVersion: rulecast/v1
    kind: RuleSet
    metadata: {name: text-NAME, title: LINE, reference: LINE}
    endpoints:
      client-NAME: {title: LINE}
      server-NAME: {title: LINE}
      outside-NAME: {title: LINE, external: true, fqdns: ["*.example.com", no.on.1e3.example]}
    parameters:
      port-NAME: {description: LINE, default: 8443}
    rules:
      - id: text
        source: client-NAME
        destination: server-NAME
        protocol: tcp
        ports: [443, $port-NAME]
        program: 'C:\\Program Files\\${HOME} %{x}\\new {{ table }}''$(id)`.exe'
        purpose: TEXT
        owner: LINE
        ticket: LINE
        notes: TEXT
      - id: unbound
        source: outside-NAME
        destination: server-NAME
        protocol: udp
        ports: [53]
        purpose: TEXT
    predefinedRules:
      - id: predefined
        platform: windows
        source: client-NAME
        endpoint: server-NAME
        rules: [Remote Event Log Management (RPC)]
        purpose: TEXT
    """
        .replace("NAME", text.name())
        .replace("LINE", scalar(text.line()))
        .replace("TEXT", scalar(text.text()));
  }

  /** A YAML scalar in which only letters and digits stand for themselves. */
  static String scalar(String text) {
    StringBuilder scalar = new StringBuilder(text.length() + 2).append('"');
    text.codePoints()
        .forEach(
            c -> {
              boolean plain =
                  (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
              scalar.append(
                  plain ? Character.toString(c) : String.format(Locale.ROOT, "\\U%08X", c));
            });
    return scalar.append('"').toString();
  }
}
