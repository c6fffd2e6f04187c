package dev.rulecast.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.fixture.Bound;
import dev.rulecast.model.Platform;
import dev.rulecast.policy.Policy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            "The exporters `x` and `y` declare the platform `other` differently. None for it runs.");
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
  })
  void namesAnExporterThatCannotSayWhatItIs(String what, String why) {
    Exporters exporters = Exporters.of(List.of(new Broken(what), new One(infoOf("x", OTHER))));

    assertThat(exporters.byId()).containsOnlyKeys("x");
    assertThat(exporters.problems())
        .extracting(Throwable::getMessage)
        .containsExactly(
            "The exporter dev.rulecast.exporter.ExportersTest$Broken is broken: " + why);
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
