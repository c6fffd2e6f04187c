package dev.rulecast.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.model.RuleSet;
import dev.rulecast.read.Catalog;
import dev.rulecast.read.DocumentReader;
import dev.rulecast.read.Format;
import dev.rulecast.read.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {
  private static final Path FOLDER = Path.of("src/main/resources/META-INF/rulecast/catalog");

  static Stream<String> names() throws IOException {
    return catalog().names().stream();
  }

  private static Catalog catalog() throws IOException {
    return Catalog.of(CatalogTest.class.getClassLoader());
  }

  private static RuleSet read(String name) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    Catalog catalog = catalog();
    Input input = new Input(name, Format.YAML, () -> catalog.open(name));
    List<RuleSet> found = new DocumentReader(Map.of(), diagnostics).ruleSets(List.of(input));
    assertThat(diagnostics.sorted()).isEmpty();
    return found.get(0);
  }

  @Test
  void indexNamesEveryFile() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<String> written =
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
              .map(file -> file.substring(0, file.length() - ".yaml".length()))
              .sorted()
              .toList();
      assertThat(catalog().names()).isEqualTo(written);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void isReadWithoutDiagnostics(String name) throws IOException {
    assertThat(read(name).rules()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isNamedLikeItsFile(String name) throws IOException {
    assertThat(read(name).name()).isEqualTo(name.substring(name.lastIndexOf('/') + 1));
  }

  @ParameterizedTest
  @MethodSource("names")
  void saysWhereItComesFrom(String name) throws IOException {
    assertThat(read(name).reference()).isPresent();
  }

  /** NetBIOS names and datagrams are sent from the port that they are sent to. */
  @ParameterizedTest
  @MethodSource("names")
  void netBiosHasNoSourcePorts(String name) throws IOException {
    assertThat(read(name).rules())
        .filteredOn(rule -> rule.ports().toString().contains("137"))
        .allSatisfy(rule -> assertThat(rule.sourcePorts()).isEmpty());
  }
}
