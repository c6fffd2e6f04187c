package dev.rulecast.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.ReportedOutcome;
import dev.rulecast.policy.Side;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
  private static final String SHA256 = "0123456789abcdef".repeat(4);

  @TempDir Path dir;

  @Test
  void isWrittenWithALineForEachEntry() throws IOException {
    ReportedOutcome wider =
        new ReportedOutcome(
            "logon-activity/ldap",
            Optional.of(Side.OUTBOUND),
            Outcome.wider(
                Set.of(Dimension.PROGRAM, Dimension.SOURCE_PORTS), "they are not matched"));
    ReportedOutcome exact =
        new ReportedOutcome("logon-activity/dns", Optional.of(Side.INBOUND), Outcome.exact());
    ReportedOutcome notApplicable =
        new ReportedOutcome(
            "logon-activity/event-log",
            Optional.empty(),
            Outcome.notApplicable("for Windows only"));
    ExportResult result =
        Exports.result(
            Map.of("removed", "b", "names", "a \"quoted\" für"),
            wider,
            exact,
            wider,
            notApplicable);

    assertThat(manifest(Map.of("main.tf", SHA256, "a/b.tf", SHA256), result))
        .isEqualTo(
            """
            {
              "version": 1,
              "exporter": "terraform",
              "files": {
                "a/b.tf": "%1$s",
                "main.tf": "%1$s"
              },
              "counts": {
                "exact": 1,
                "wider": 2,
                "unsupported": 0,
                "not-applicable": 1
              },
              "memory": {
                "names": "a \\"quoted\\" für",
                "removed": "b"
              },
              "outcomes": [
                {"rule": "logon-activity/ldap", "side": "outbound", "outcome": "wider", "lost": ["sourcePorts", "program"], "reason": "they are not matched"},
                {"rule": "logon-activity/event-log", "outcome": "not-applicable", "reason": "for Windows only"}
              ]
            }
            """
                .formatted(SHA256));
  }

  @Test
  void isWrittenWithoutLinesWhereThereIsNothing() throws IOException {
    assertThat(manifest(Map.of(), Exports.result(Map.of())))
        .contains("  \"files\": {},\n", "  \"memory\": {},\n", "  \"outcomes\": []\n}\n");
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    ExportResult result =
        Exports.result(
            Map.of("a", "ü"),
            new ReportedOutcome("a/b", Optional.empty(), Outcome.unsupported("so")));

    Exports.write(dir, Manifest.NAME, manifest(Map.of("a/b.tf", SHA256), result));

    assertThat(read())
        .isEqualTo(
            new Manifest(new TreeMap<>(Map.of("a/b.tf", SHA256)), new TreeMap<>(Map.of("a", "ü"))));
  }

  @Test
  void isEmptyWhereThereIsNone() throws IOException {
    assertThat(read()).isEqualTo(Manifest.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{                           | not valid JSON in line 1",
        "<<<<<<< HEAD                | not valid JSON in line 1",
        "[]                          | not a JSON object",
        "{} {}                       | something follows",
        "{}                          | has no key",
        "{'version': 2}              | version is not 1",
        "{'version': '1'}            | version is not 1",
        "{'version': null}           | version is not 1",
        "{'version': 1, 'version': 1}| `version` occurs twice",
        "{'memory':{'a':'b','a':'c'}}| `a` occurs twice in `memory`",
        "{'files': {'a': 'SHA'}      | not valid JSON",
        "{'outcomes': [{'a: 1}]}     | not valid JSON",
        "{'exporter': 'ansible'}     | not that of the exporter `terraform`",
        "{'exporter': 1}             | not that of the exporter `terraform`",
        "{'files': []}               | `files` is not an object of strings",
        "{'files': {'a': 1}}         | `files` is not an object of strings",
        "{'files': {'a': {}}}        | `files` is not an object of strings",
        "{'files': {'a': '12'}}      | SHA-256 of `a`",
        "{'files': {'../a': 'SHA'}}  | no export writes: `../a`",
        "{'files': {'/a': 'SHA'}}    | no export writes: `/a`",
        "{'files': {'a':'SHA','A':'SHA'}} | no export writes: `a`",
        "{'memory': {'a': null}}     | `memory` is not an object of strings",
        "{'other': 1}                | unknown key `other`"
      })
  void isRefusedIfBroken(String text, String message) throws IOException {
    Exports.write(dir, Manifest.NAME, text.replace('\'', '"').replace("SHA", SHA256));

    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            OutputException.class, e -> assertThat(e.hint()).contains("restore it"))
        .hasMessageContaining("terraform/.rulecast.json` cannot be used")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "outcomes nested deeply, not valid JSON",
    "a number that is too long, not valid JSON",
    "a name that is too long, not valid JSON",
    "no UTF-8, not UTF-8",
    "UTF-16, not UTF-8",
    "UTF-32 in an order that nobody has, not UTF-8",
    "half a character, is not Unicode"
  })
  void isRefusedIfNobodyWouldWriteIt(String what, String message) throws IOException {
    byte[] manifest =
        switch (what) {
          case "outcomes nested deeply" ->
              utf8("{\"outcomes\": %s%s}".formatted("[".repeat(2_000), "]".repeat(2_000)));
          case "a number that is too long" ->
              utf8("{\"version\": %s}".formatted("1".repeat(2_000)));
          case "a name that is too long" -> utf8("{\"%s\": 1}".formatted("a".repeat(100_000)));
          case "no UTF-8" ->
              "{\"memory\": {\"a\": \"\u00e4\"}}".getBytes(StandardCharsets.ISO_8859_1);
          case "UTF-16" -> "\uFEFF{}".getBytes(StandardCharsets.UTF_16LE);
          case "UTF-32 in an order that nobody has" -> new byte[] {0, 0, (byte) 0xFF, (byte) 0xFE};
          default -> utf8("{\"memory\": {\"a\": \"\\ud83d\"}}");
        };
    Files.createDirectories(dir.resolve(Exports.ID));
    Files.write(dir.resolve(Exports.ID).resolve(Manifest.NAME), manifest);

    assertThatThrownBy(this::read)
        .isInstanceOf(OutputException.class)
        .hasMessageContaining(message);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void isNoReasonToDeleteAnythingIfBroken() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));
    Exports.write(dir, Manifest.NAME, "{}");
    var before = Exports.tree(dir);

    assertThatThrownBy(() -> Exports.export(dir, Map.of("other.tf", "1"), true))
        .isInstanceOf(OutputException.class);
    assertThat(Exports.tree(dir)).isEqualTo(before);
  }

  private Manifest read() throws IOException {
    return ManifestReader.read(Layout.of(dir, Exports.ID), Exports.ID);
  }

  private static String manifest(Map<String, String> files, ExportResult result)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ManifestWriter.write(out, Exports.ID, new TreeMap<>(files), result);
    return out.toString(StandardCharsets.UTF_8);
  }
}
