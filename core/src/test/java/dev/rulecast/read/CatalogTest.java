package dev.rulecast.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
  private static final String FOLDER = "META-INF/rulecast/catalog/";

  @TempDir Path temp;

  private Path jar(String name, Map<String, String> resources) throws IOException {
    Path jar = temp.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      for (Map.Entry<String, String> resource : resources.entrySet()) {
        entries.putNextEntry(new JarEntry(FOLDER + resource.getKey()));
        entries.write(resource.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static URLClassLoader loader(Path... jars) throws IOException {
    URL[] urls = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      urls[i] = jars[i].toUri().toURL();
    }
    return new URLClassLoader(urls, null);
  }

  private static String text(Catalog catalog, String name) throws IOException {
    try (InputStream stream = catalog.open(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void severalJarsBringRuleSets() throws IOException {
    Path one =
        jar("one.jar", Map.of("index", "b/two\nb/one\r\n\n", "b/one.yaml", "1", "b/two.yaml", "2"));
    Path two =
        jar("two 2.jar", Map.of("index", "a\n", "a.yaml", "3", "b/one.yaml", "not listed here"));

    try (URLClassLoader loader = loader(two, one)) {
      Catalog catalog = Catalog.of(loader);

      assertThat(catalog.names()).containsExactly("a", "b/one", "b/two");
      assertThat(text(catalog, "a")).isEqualTo("3");
      assertThat(text(catalog, "b/one")).as("from the jar that lists it").isEqualTo("1");
      assertThat(text(catalog, "b/two")).isEqualTo("2");
    }
  }

  @Test
  void aFolderOnTheClassPathIsAsGoodAsAJar() throws IOException {
    Path folder = temp.resolve("classes").resolve(FOLDER);
    Files.createDirectories(folder.resolve("a"));
    Files.writeString(folder.resolve("index"), "a/b");
    Files.writeString(folder.resolve("a/b.yaml"), "text");

    try (URLClassLoader loader = loader(temp.resolve("classes"))) {
      assertThat(text(Catalog.of(loader), "a/b")).isEqualTo("text");
    }
  }

  @Test
  void isEmptyWhereNoJarHasAnIndex() throws IOException {
    try (URLClassLoader loader = loader()) {
      assertThat(Catalog.of(loader).names()).isEmpty();
    }
  }

  @Test
  void refusesOneNameInTwoJars() throws IOException {
    Path one = jar("one.jar", Map.of("index", "a/b", "a/b.yaml", "1"));
    Path two = jar("two.jar", Map.of("index", "a/b", "a/b.yaml", "2"));

    try (URLClassLoader loader = loader(one, two)) {
      assertThatThrownBy(() -> Catalog.of(loader))
          .isInstanceOf(IOException.class)
          .hasMessageContainingAll("the rule set a/b twice", "one.jar", "two.jar");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a",
        "/a",
        "a//b",
        "a b",
        "A",
        "a/",
        "a.yaml",
        "a\\b",
        "# comment",
        "http://x/a",
        "a?b"
      })
  void refusesAnIndexWithAnythingElseThanNames(String line) throws IOException {
    Path jar = jar("bad.jar", Map.of("index", "good\n" + line + "\n"));

    try (URLClassLoader loader = loader(jar)) {
      assertThatThrownBy(() -> Catalog.of(loader))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is not a name of a rule set");
    }
  }

  @Test
  void knowsNoOtherNames() throws IOException {
    Path jar = jar("one.jar", Map.of("index", "a", "a.yaml", "1", "b.yaml", "2"));

    try (URLClassLoader loader = loader(jar)) {
      Catalog catalog = Catalog.of(loader);
      for (String name : List.of("b", "", "a.yaml", "../index", "index")) {
        assertThatThrownBy(() -> catalog.open(name)).isInstanceOf(FileNotFoundException.class);
      }
    }
  }

  @Test
  void aListedDocumentThatIsMissingIsAnErrorOfReading() throws IOException {
    Path jar = jar("one.jar", Map.of("index", "a"));

    try (URLClassLoader loader = loader(jar)) {
      Catalog catalog = Catalog.of(loader);
      assertThatThrownBy(() -> catalog.open("a")).isInstanceOf(IOException.class);
    }
  }
}
