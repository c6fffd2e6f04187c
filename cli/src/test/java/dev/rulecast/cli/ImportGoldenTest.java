package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import dev.rulecast.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The port tables of other vendors, and one of every peculiarity, as rule sets. */
class ImportGoldenTest {
  private static final Path DOCUMENTS = Path.of("src/test/resources/dev/rulecast/cli/import");

  @TempDir Path temp;

  /**
   * A document with what the table leaves out.
   *
   * @param file its name
   * @param exitCode 0, or 4 where a row cannot be read
   * @param options of the command
   */
  record Case(String file, int exitCode, List<String> options) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("peculiar.md", 4, List.of()),
        new Case("kubernetes.md", 0, List.of()),
        new Case("vmware-nsx.md", 0, List.of()),
        new Case("veeam.md", 4, List.of()),
        new Case("splunk.md", 0, List.of("--source", "Splunk users and forwarders")),
        new Case("elastic.csv", 0, List.of("--source", "Clients", "--protocol", "tcp")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void importsAsApproved(Case document) throws IOException {
    Path rules = temp.resolve("rules");
    List<Object> args = new ArrayList<>(List.of("import", "-o", rules));
    args.addAll(document.options());
    args.add(DOCUMENTS.resolve(document.file()));

    Result result = new Cli().run(args.toArray());

    assertThat(result.exitCode()).as(result.err()).isEqualTo(document.exitCode());
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> written = Files.walk(temp)) {
      for (Path file : written.filter(Files::isRegularFile).toList()) {
        files.put(temp.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    files.put("diagnostics.txt", result.err().replace(DOCUMENTS + "/", ""));
    Golden.of(ImportGoldenTest.class).verify("import/" + document.file(), files);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsImportedCanBeExported(Case document) throws IOException {
    Path rules = temp.resolve("rules");
    List<Object> args = new ArrayList<>(List.of("import", "-o", rules));
    args.addAll(document.options());
    args.add(DOCUMENTS.resolve(document.file()));
    new Cli().run(args.toArray());
    Path environment = temp.resolve("rules-environment.yaml");
    List<Object> export =
        new ArrayList<>(List.of("export", "-t", "terraform", "-o", temp.resolve("iac"), rules));
    if (Files.exists(environment)) {
      String parameters = "parameters: {central-server-port: 8443}\n";
      Files.writeString(environment, Files.readString(environment) + parameters);
      export.addAll(List.of("-e", environment));
    }

    Result result = new Cli().run(export.toArray());

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(temp.resolve("iac/terraform/main.tf")).isNotEmptyFile();
  }

  @Test
  void everyApprovedFileHasADocument() {
    Golden.of(ImportGoldenTest.class)
        .verifyNames(cases().map(document -> "import/" + document.file()).toList());
  }
}
