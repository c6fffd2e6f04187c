package dev.rulecast;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One direction, no way back (DESIGN.md, "The way of the data"), and nothing but the inputs. */
@AnalyzeClasses(packages = "dev.rulecast", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final int MAX_LINES = 300;

  /** ArchUnit's own option does not know the folder of a quick build. */
  static final class MainClasses implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }

  @ArchTest static final ArchRule DIAGNOSTIC = onlyUses("diagnostic");

  @ArchTest static final ArchRule MODEL = onlyUses("model", "diagnostic");

  @ArchTest static final ArchRule READ = onlyUses("read", "model", "diagnostic");

  @ArchTest static final ArchRule IMPORTER = onlyUses("importer", "model", "diagnostic");

  @ArchTest static final ArchRule POLICY = onlyUses("policy", "model", "diagnostic");

  @ArchTest static final ArchRule ANALYSIS = onlyUses("analysis", "policy", "model", "diagnostic");

  @ArchTest static final ArchRule EXPORTER = onlyUses("exporter", "policy", "model", "diagnostic");

  @ArchTest static final ArchRule TEMPLATE = onlyUses("template");

  @ArchTest
  static final ArchRule README = onlyUses("readme", "policy", "model", "template", "diagnostic");

  @ArchTest static final ArchRule OUTPUT = onlyUses("output", "exporter", "policy", "diagnostic");

  @ArchTest
  static final ArchRule OUTPUT_KNOWS_NO_FLOW =
      noClasses()
          .that()
          .resideInAPackage("dev.rulecast.output")
          .should()
          .dependOnClassesThat(
              describe(
                  "are in policy and not Side",
                  (JavaClass c) ->
                      c.getPackageName().equals("dev.rulecast.policy")
                          && !c.getSimpleName().equals("Side")));

  @ArchTest
  static final ArchRule FREEMARKER_STAYS_IN_TEMPLATE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.rulecast.template")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("freemarker..");

  @ArchTest
  static final ArchRule JACKSON_STAYS_IN_READ_AND_OUTPUT =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.rulecast.read", "dev.rulecast.output")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml..", "org.snakeyaml..");

  @ArchTest
  static final ArchRule MARKDOWN_AND_CSV_STAY_IN_IMPORTER =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.rulecast.importer")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.commonmark..", "de.siegmar..");

  @ArchTest
  static final ArchRule EXPORTERS_SEE_NO_FILES =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.rulecast.diagnostic",
              "dev.rulecast.model",
              "dev.rulecast.importer",
              "dev.rulecast.policy",
              "dev.rulecast.analysis",
              "dev.rulecast.exporter",
              "dev.rulecast.readme",
              "dev.rulecast.template")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.nio.file..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.File");

  /** A look-up in the DNS is one call away; the catalog and templates are read from jars by URL. */
  @ArchTest
  static final ArchRule NO_NETWORK =
      noClasses()
          .should()
          .dependOnClassesThat(
              describe(
                  "are of the network",
                  (JavaClass c) ->
                      c.getPackageName().startsWith("java.net")
                          && !List.of(
                                  "URL",
                                  "URI",
                                  "URLClassLoader",
                                  "URLConnection",
                                  "JarURLConnection",
                                  "URISyntaxException")
                              .contains(c.getSimpleName())))
          .orShould()
          .callMethod(java.net.URL.class, "openStream")
          .orShould()
          .callMethod(java.net.URL.class, "hashCode");

  @ArchTest static final ArchRule NO_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule NO_CLOCK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Calendar")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule NO_DEFAULT_LOCALE_OR_CHARSET =
      noClasses()
          .should()
          .callMethod(java.util.Locale.class, "getDefault")
          .orShould()
          .callMethod(java.util.Locale.class, "getDefault", java.util.Locale.Category.class)
          .orShould()
          .callMethod(java.util.TimeZone.class, "getDefault")
          .orShould()
          .callMethod(java.time.ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .orShould()
          .callMethod(String.class, "getBytes")
          .orShould()
          .callConstructor(String.class, byte[].class)
          .orShould()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(java.nio.charset.Charset.class, "defaultCharset")
          .orShould()
          .dependOnClassesThat(
              describe(
                  "formats of a locale",
                  // Unicode's normal forms are the same everywhere.
                  type ->
                      type.getPackageName().equals("java.text")
                          && !type.getName().startsWith("java.text.Normalizer")));

  /** The reader fills the records of settings that exporters declare; templates read records. */
  @ArchTest
  static final ArchRule NO_REFLECTION =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.rulecast.read.SettingsDecoder")
          .and()
          .resideOutsideOfPackage("dev.rulecast.template")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.reflect..");

  @ArchTest
  static final ArchRule NO_THREAD_LOCALS =
      noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class);

  @ArchTest
  static final ArchRule NO_CHANGING_STATICS =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage("dev.rulecast..")
          .should()
          .haveModifier(FINAL);

  @ArchTest
  static final ArchRule CLASSES_ARE_FINAL =
      classes()
          .that()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .areNotAnonymousClasses()
          .and()
          .areNotAssignableTo(Throwable.class)
          .and()
          .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .haveModifier(FINAL);

  /** A default locale may have other digits: {@code %d} of 443 is ٤٤٣ in Egypt. */
  @Test
  void noFormatWritesDigitsOfTheDefaultLocale() throws IOException {
    Pattern digits = Pattern.compile("%[-#+ 0,(]*[0-9]*[.]?[0-9]*[deEfgG]");
    TreeSet<String> found = new TreeSet<>();
    for (Path source : sources()) {
      List<String> lines = Files.readAllLines(source);
      for (int i = 0; i < lines.size(); i++) {
        if (digits.matcher(lines.get(i)).find()) {
          found.add(SOURCES.relativize(source) + ":" + (i + 1) + ": " + lines.get(i).strip());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noClassIsLongerThanThreeHundredLines() throws IOException {
    TreeMap<String, Integer> tooLong = new TreeMap<>();
    for (Path source : sources()) {
      int lines = Files.readAllLines(source).size();
      if (lines > MAX_LINES) {
        tooLong.put(SOURCES.relativize(source).toString(), lines);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(100);
      return sources;
    }
  }

  private static ClassesShouldConjunction onlyUses(String own, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(own), Arrays.stream(others))
            .map(name -> "dev.rulecast." + name)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("dev.rulecast." + own)
        .should()
        .dependOnClassesThat(
            describe(
                "are ours and not in " + List.of(allowed),
                (JavaClass c) ->
                    c.getPackageName().startsWith("dev.rulecast")
                        && !List.of(allowed).contains(c.getPackageName())));
  }
}
