package dev.rulecast.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rulecast.diagnostic.Diagnostic;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  @TempDir Path temp;
  private URLClassLoader loader;
  private boolean closed;
  private Inputs inputs;

  @BeforeEach
  void catalogAndStandardInput() throws IOException {
    Path folder = temp.resolve("classes/META-INF/rulecast/catalog");
    Files.createDirectories(folder.resolve("netwrix-auditor/deep"));
    Files.writeString(
        folder.resolve("index"),
        "netwrix-auditor/logon-activity\nnetwrix-auditor/core\nnetwrix-auditor/deep/x\nother\n");
    Files.writeString(folder.resolve("netwrix-auditor/core.yaml"), "core");
    Files.writeString(folder.resolve("netwrix-auditor/logon-activity.yaml"), "logon");
    loader = new URLClassLoader(new URL[] {temp.resolve("classes").toUri().toURL()}, null);
    InputStream standardInput =
        new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public void close() {
            closed = true;
          }
        };
    inputs = new Inputs(Catalog.of(loader), standardInput);
    closed = false;
  }

  @AfterEach
  void closeLoader() throws IOException {
    loader.close();
  }

  private Path file(String name) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "content of " + name);
  }

  private String at(String name) {
    return temp + "/" + name;
  }

  private List<String> names(String... arguments) throws UnreadableInputException {
    return inputs.ruleSets(List.of(arguments)).stream()
        .map(input -> input.name().replace(temp.toString(), "T"))
        .toList();
  }

  private List<String> errors(String... arguments) {
    UnreadableInputException e =
        catchThrowableOfType(
            UnreadableInputException.class, () -> inputs.ruleSets(List.of(arguments)));
    return told(e);
  }

  private List<String> told(UnreadableInputException e) {
    assertThat(e).isNotNull();
    assertThat(e).hasMessage(e.diagnostics().get(0).message());
    return e.diagnostics().stream().map(this::told).toList();
  }

  private String told(Diagnostic one) {
    String text = "%s [%s] %s".formatted(one.message(), one.id(), one.hint().orElseThrow());
    return text.replace(temp.toString(), "T");
  }

  private static String text(Input input) throws IOException {
    try (InputStream stream = input.content().open()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void filesInTheOrderOfTheArguments() throws IOException {
    file("b.yaml");
    file("a.json");
    file("c.YML");

    List<Input> found = inputs.ruleSets(List.of(at("b.yaml"), at("a.json"), at("c.YML")));

    assertThat(found)
        .extracting(Input::format)
        .containsExactly(Format.YAML, Format.JSON, Format.YAML);
    assertThat(found)
        .extracting(Input::name)
        .containsExactly(at("b.yaml"), at("a.json"), at("c.YML"));
    assertThat(text(found.get(1))).isEqualTo("content of a.json");
    assertThat(text(found.get(1))).as("opened again").isEqualTo("content of a.json");
  }

  @Test
  void foldersAreSearchedToTheBottomAndSorted() throws IOException {
    for (String name :
        List.of(
            "r/z.yaml",
            "r/a/y.json",
            "r/a/b/x.yml",
            "r/B.yaml",
            "r/a-b.yaml",
            "r/readme.md",
            "r/yaml",
            "r/x.yaml.bak")) {
      file(name);
    }

    assertThat(names(at("r")))
        .containsExactly(
            "T/r/B.yaml", "T/r/a-b.yaml", "T/r/a/b/x.yml", "T/r/a/y.json", "T/r/z.yaml");
    assertThat(names(at("r/"))).first().isEqualTo("T/r/B.yaml");
    assertThat(text(inputs.ruleSets(List.of(at("r"))).get(3))).isEqualTo("content of r/a/y.json");
  }

  @Test
  void hiddenFilesAndFoldersAndLinksInsideAreSkipped() throws IOException {
    file("r/a.yaml");
    file("r/.hidden.yaml");
    file("r/.git/b.yaml");
    file("elsewhere/c.yaml");
    Files.createSymbolicLink(temp.resolve("r/link.yaml"), temp.resolve("elsewhere/c.yaml"));
    Files.createSymbolicLink(temp.resolve("r/folder"), temp.resolve("elsewhere"));
    Files.createSymbolicLink(temp.resolve("r/loop"), temp.resolve("r"));

    assertThat(names(at("r"))).containsExactly("T/r/a.yaml");
  }

  @Test
  void whatIsNamedItselfMayBeHiddenOrALink() throws IOException {
    file("r/.git/b.yaml");
    file("r/.hidden.yaml");
    Files.createSymbolicLink(temp.resolve("link"), temp.resolve("r/.git"));
    Files.createSymbolicLink(temp.resolve("link.yaml"), temp.resolve("r/.hidden.yaml"));

    assertThat(names(at("link"), at("link.yaml"))).containsExactly("T/link/b.yaml", "T/link.yaml");
    assertThat(names(at("r/.git"), at("r/.hidden.yaml")))
        .containsExactly("T/r/.git/b.yaml", "T/r/.hidden.yaml");
  }

  @Test
  void aFileNamedTwiceIsReadOnce() throws IOException {
    file("r/a.yaml");
    file("r/b.yaml");
    Files.createSymbolicLink(temp.resolve("link.yaml"), temp.resolve("r/a.yaml"));

    assertThat(
            names(at("r/b.yaml"), at("r"), at("r/../r/./a.yaml"), at("link.yaml"), at("r/b.yaml")))
        .containsExactly("T/r/b.yaml", "T/r/a.yaml");
    assertThat(names(at("link.yaml"), at("r/a.yaml"))).containsExactly("T/link.yaml");
  }

  @Test
  void standardInputIsYamlAndIsNeverClosed() throws IOException {
    List<Input> found = inputs.ruleSets(List.of("-"));

    assertThat(found).extracting(Input::name).containsExactly("-");
    assertThat(found.get(0).format()).isEqualTo(Format.YAML);
    assertThat(text(found.get(0))).isEqualTo("{}");
    assertThat(closed).isFalse();
  }

  @Test
  void standardInputCanBeNamedOnce() {
    assertThat(errors("-", "-"))
        .containsExactly(
            "Standard input (`-`) is named twice, but can be read only once. [unreadable-input]"
                + " name it once, or save it to a file");
  }

  @Test
  void standardInputIsEitherTheEnvironmentOrARuleSet() throws IOException {
    assertThat(inputs.environment("-").name()).isEqualTo("-");
    assertThatThrownBy(() -> inputs.ruleSets(List.of("-")))
        .isInstanceOf(UnreadableInputException.class);
  }

  @Test
  void namesAndGlobsOfTheCatalog() throws IOException {
    assertThat(names("catalog:netwrix-auditor/core"))
        .containsExactly("catalog:netwrix-auditor/core");
    assertThat(names("catalog:netwrix-auditor/*"))
        .containsExactly("catalog:netwrix-auditor/core", "catalog:netwrix-auditor/logon-activity");
    assertThat(names("catalog:*/*o*")).hasSize(2);
    assertThat(names("catalog:*")).containsExactly("catalog:other");
    assertThat(names("catalog:*/*/*")).containsExactly("catalog:netwrix-auditor/deep/x");
    assertThat(names("catalog:other", "catalog:*", "catalog:other"))
        .containsExactly("catalog:other");
    Input core = inputs.ruleSets(List.of("catalog:netwrix-auditor/core")).get(0);
    assertThat(core.format()).isEqualTo(Format.YAML);
    assertThat(text(core)).isEqualTo("core");
  }

  @Test
  void unknownNamesOfTheCatalogAreErrorsWithASuggestion() {
    assertThat(
            errors(
                "catalog:netwrix-auditor/cor",
                "catalog:nothing/*",
                "catalog:",
                "catalog:[a",
                "catalog:x\u001b"))
        .containsExactly(
            "The catalog has no rule set `netwrix-auditor/cor`. [unknown-catalog-name] did you mean"
                + " `netwrix-auditor/core`?",
            "The catalog has no rule set `nothing/*`. [unknown-catalog-name] `rulecast catalog` lists"
                + " the names",
            "The catalog has no rule set ``. [unknown-catalog-name] `rulecast catalog` lists the names",
            "The catalog has no rule set `[a`. [unknown-catalog-name] `rulecast catalog` lists the"
                + " names",
            "The catalog has no rule set `x\\u001B`. [unknown-catalog-name] `rulecast catalog` lists"
                + " the names");
  }

  @Test
  void everyUnreadableArgumentIsTold() throws IOException {
    file("rules.yaml");
    file("notes.txt");
    file("README");
    Files.createDirectories(temp.resolve("empty/.git"));
    Files.createSymbolicLink(temp.resolve("dangling.yaml"), temp.resolve("nowhere"));

    assertThat(
            errors(
                at("ruels.yaml"),
                at("rules.yaml"),
                at("notes.txt"),
                at("README"),
                at("empty"),
                at("dangling.yaml"),
                at("no/such/folder"),
                "",
                "a\u0000b"))
        .containsExactly(
            "There is no file or folder `T/ruels.yaml`. [no-such-file] did you mean `rules.yaml`?",
            "The file `T/notes.txt` is neither .yaml, .yml nor .json. [unknown-extension] rename it,"
                + " or give its content on standard input with -",
            "The file `T/README` is neither .yaml, .yml nor .json. [unknown-extension] rename it, or"
                + " give its content on standard input with -",
            "The folder `T/empty` holds no .yaml, .yml or .json file. [empty-folder] check the path;"
                + " hidden files and symbolic links are not looked at",
            "There is no file or folder `T/dangling.yaml`. [no-such-file] check the path",
            "There is no file or folder `T/no/such/folder`. [no-such-file] check the path",
            "There is no file or folder ``. [no-such-file] check the path",
            "There is no file or folder `a\\u0000b`. [no-such-file] check the path");
  }

  @Test
  void namesAreHarmlessToATerminal() throws IOException {
    file("r/a\u001b[31m.yaml");

    assertThat(names(at("r"))).containsExactly("T/r/a\\u001B[31m.yaml");
    assertThat(text(inputs.ruleSets(List.of(at("r"))).get(0))).startsWith("content of r/a");
  }

  @Test
  void longPathsAreToldWhole() {
    String path = "a/".repeat(50) + "b.yaml";
    assertThat(errors(path))
        .containsExactly(
            "There is no file or folder `" + path + "`. [no-such-file] check the path");
  }

  @Test
  void noArgumentsAreNoInputs() throws IOException {
    assertThat(names()).isEmpty();
  }

  @Test
  void theEnvironmentIsOneFile() throws IOException {
    file("r/production.yaml");
    file("r/production.txt");

    assertThat(text(inputs.environment(at("r/production.yaml"))))
        .isEqualTo("content of r/production.yaml");
    assertThat(environmentError(at("r"))).endsWith("is a folder. [unreadable-input] name one file");
    assertThat(environmentError(at("r/production.txt"))).contains("[unknown-extension]");
    assertThat(environmentError(at("r/prodution.yaml")))
        .endsWith("did you mean `production.yaml`?");
    assertThat(environmentError("catalog:other")).contains("[no-such-file]");
  }

  private String environmentError(String argument) {
    UnreadableInputException e =
        catchThrowableOfType(UnreadableInputException.class, () -> inputs.environment(argument));
    return told(e).get(0);
  }
}
