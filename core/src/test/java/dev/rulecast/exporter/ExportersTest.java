package dev.rulecast.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.fixture.Bound;
import dev.rulecast.model.Platform;
import dev.rulecast.policy.Policy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportersTest {
  private static final Platform OTHER = Platform.of("other", "Other rules");

  /** Writes nothing. */
  private abstract static class Silent implements RuleExporter {
    @Override
    public void export(Policy policy, ExportContext context) {}
  }

  /** Found through a service file. */
  public static final class Good extends Silent {
    @Override
    public ExporterInfo info() {
      return infoOf("good", Bound.AWS);
    }
  }

  /** Its constructor throws. */
  public static final class Stillborn extends Silent {
    /** Throws. */
    public Stillborn() {
      throw new IllegalStateException("no licence");
    }

    @Override
    public ExporterInfo info() {
      return infoOf("stillborn", Bound.AWS);
    }
  }

  private static final class One extends Silent {
    private final ExporterInfo info;

    One(ExporterInfo info) {
      this.info = info;
    }

    @Override
    public ExporterInfo info() {
      return info;
    }
  }

  private static final class Two extends Silent {
    private final ExporterInfo info;

    Two(ExporterInfo info) {
      this.info = info;
    }

    @Override
    public ExporterInfo info() {
      return info;
    }
  }

  private static final class Broken extends Silent {
    private final String what;

    Broken(String what) {
      this.what = what;
    }

    @Override
    @SuppressWarnings("NullAway")
    public ExporterInfo info() {
      return switch (what) {
        case "exception" -> throw new IllegalStateException("oops");
        case "linkage" -> throw new NoSuchMethodError("oops");
        case "assertion" -> throw new AssertionError("oops");
        case "id" -> infoOf("../etc", Bound.AWS);
        case "title" -> ExporterInfo.of("x", "\u001B[2J", "1", Bound.AWS, Capabilities.exact());
        case "version" -> ExporterInfo.of("x", "Title", "1\n2", Bound.AWS, Capabilities.exact());
        case "option" ->
            infoOf("x", Bound.AWS).withOptions(new Option<>("a", " ", "text", "", text -> text));
        case "platform" -> infoOf("x", Platform.of("p", "\u202E"));
        default -> null;
      };
    }
  }

  @Test
  void listsExportersAndPlatformsById() {
    Exporters exporters =
        Exporters.of(
            List.of(
                new One(infoOf("c", OTHER)),
                new One(infoOf("a", Bound.WINDOWS)),
                new One(infoOf("b", OTHER))));

    assertThat(exporters.byId().keySet()).containsExactly("a", "b", "c");
    assertThat(exporters.platforms().keySet()).containsExactly("ansible", "other");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesTwoWithOneIdAndSaysTheSameInAnyOrder(boolean reversed) {
    List<RuleExporter> both =
        List.of(new One(infoOf("x", Bound.AWS)), new Two(infoOf("x", Bound.AWS)));

    Exporters exporters = Exporters.of(ordered(both, reversed));

    assertThat(exporters.byId()).isEmpty();
    assertThat(exporters.problems())
        .extracting(Throwable::getMessage)
        .containsExactly(
            "Two exporters have the id `x`: dev.rulecast.exporter.ExportersTest$One and"
                + " dev.rulecast.exporter.ExportersTest$Two. Neither runs.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesAPlatformDeclaredDifferentlyAndSaysTheSameInAnyOrder(boolean reversed) {
    Platform different = OTHER.withSettings(Bound.Svm.class);
    List<RuleExporter> both = List.of(new One(infoOf("x", OTHER)), new Two(infoOf("y", different)));

    Exporters exporters = Exporters.of(ordered(both, reversed));

    assertThat(exporters.byId()).isEmpty();
    assertThat(exporters.problems())
        .extracting(Throwable::getMessage)
        .containsExactly(
            "The exporters `x` and `y` declare the platform `other` differently. None for it"
                + " runs.");
  }

  @Test
  void acceptsTwoThatDeclareAPlatformAlike() {
    Platform alike = Platform.of("other", "Other rules");

    assertThat(
            Exporters.of(List.of(new One(infoOf("x", OTHER)), new Two(infoOf("y", alike))))
                .platforms())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "exception, java.lang.IllegalStateException: oops",
    "linkage, java.lang.NoSuchMethodError: oops",
    "assertion, java.lang.AssertionError: oops",
    "null, java.lang.NullPointerException: no info",
    "title, java.lang.IllegalArgumentException: The title is not a line of text: `\\u001B[2J`",
    "version, java.lang.IllegalArgumentException: The version is not a line of text: `1\\u000A2`",
    "option, java.lang.IllegalArgumentException: The description of an option is not a line of"
        + " text: ` `",
    "platform, java.lang.IllegalArgumentException: The title is not a line of text: `\\u202E`",
  })
  void namesAnExporterThatCannotSayWhatItIs(String what, String why) {
    Exporters exporters = Exporters.of(List.of(new Broken(what), new One(infoOf("x", OTHER))));

    assertThat(exporters.byId()).containsOnlyKeys("x");
    assertThat(exporters.problems())
        .extracting(Throwable::getMessage)
        .containsExactly(
            "The exporter dev.rulecast.exporter.ExportersTest$Broken is broken: " + why);
  }

  /** Says what it is once, and then throws or says something else. */
  private static final class Fickle extends Silent {
    private boolean asked;

    @Override
    public ExporterInfo info() {
      if (asked) {
        throw new IllegalStateException("asked again");
      }
      asked = true;
      return infoOf("fickle", OTHER);
    }
  }

  @Test
  void asksAnExporterOnce() throws IOException {
    RuleExporter fickle =
        Objects.requireNonNull(Exporters.of(List.of(new Fickle())).byId().get("fickle"));

    assertThat(fickle.info().platform()).isEqualTo(OTHER);
    Policy nothing = Bound.unbound().policy();
    assertThat(
            new ExportRun(fickle, OptionValues.none(), nothing)
                .run(path -> Writer.nullWriter(), Map.of())
                .outcomes())
        .isEmpty();
  }

  @Test
  void refusesAnIdThatWouldLeaveTheFolder() {
    Exporters exporters = Exporters.of(List.of(new Broken("id")));

    assertThat(exporters.byId()).isEmpty();
    assertThat(exporters.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem).hasMessageContaining("`../etc` is not an id"));
  }

  @Test
  void findsWhatTheServiceFilesName() {
    assertThat(Exporters.find(services(Good.class.getName())).byId()).containsOnlyKeys("good");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.rulecast.Missing",
        "dev.rulecast.fixture.Bound",
        "dev.rulecast.exporter.ExportersTest$Stillborn",
      })
  void namesAPluginThatCannotBeLoaded(String className) {
    Exporters exporters = Exporters.find(services(className, Good.class.getName()));

    assertThat(exporters.byId()).containsOnlyKeys("good");
    assertThat(exporters.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem)
                    .hasMessageStartingWith("An exporter plugin cannot be loaded: ")
                    .hasMessageContaining(className));
  }

  @Test
  void refusesAServiceFileThatIsNone() {
    assertThat(Exporters.find(services("not a class")).problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem)
                    .hasMessageStartingWith("An exporter plugin cannot be loaded: "));
  }

  /** Such as the security manager's exception for a forged signature, or memory for a bomb. */
  static Stream<Throwable> whateverALoaderThrows() {
    return Stream.of(
        new SecurityException("forged"),
        new OutOfMemoryError("bomb"),
        new ClassFormatError("torn"));
  }

  @ParameterizedTest
  @MethodSource("whateverALoaderThrows")
  void stopsNoOtherWhereALoaderThrows(Throwable thrown) {
    ClassLoader loader =
        new ClassLoader(services("torn.Exporter", Good.class.getName())) {
          @Override
          public Class<?> loadClass(String name) throws ClassNotFoundException {
            if (name.equals("torn.Exporter")) {
              throw sneak(thrown);
            }
            return super.loadClass(name);
          }
        };

    Exporters exporters = Exporters.find(loader);

    assertThat(exporters.byId()).containsOnlyKeys("good");
    assertThat(exporters.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem)
                    .hasMessage("An exporter plugin cannot be loaded: " + thrown)
                    .hasCause(thrown));
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private static ExporterInfo infoOf(String id, Platform platform) {
    return ExporterInfo.of(id, "Title", "1", platform, Capabilities.exact());
  }

  private static List<RuleExporter> ordered(List<RuleExporter> both, boolean reversed) {
    return reversed ? List.of(both.get(1), both.get(0)) : both;
  }

  /** A class loader whose service file names one class. */
  private static ClassLoader services(String... lines) {
    return new ClassLoader(ExportersTest.class.getClassLoader()) {
      @Override
      public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals("META-INF/services/" + RuleExporter.class.getName())
            ? Collections.enumeration(List.of(inMemory(String.join("\n", lines))))
            : super.getResources(name);
      }
    };
  }

  private static URL inMemory(String content) throws IOException {
    URLStreamHandler handler =
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
              @Override
              public void connect() {}

              @Override
              public InputStream getInputStream() {
                return new ByteArrayInputStream(content.getBytes(UTF_8));
              }
            };
          }
        };
    return new URL(null, "memory:services", handler);
  }
}
