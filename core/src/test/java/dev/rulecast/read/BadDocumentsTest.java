package dev.rulecast.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every document under {@code bad/} against what is to be said of it. A comment such as {@code #
 * error port: column 13} stands on each offending line of the documents in {@code bad/yaml}, and
 * the file {@code NAME.expected} beside a document has everything that the user sees, hints too.
 * {@code -Dgolden.update=true} writes these files, and fails.
 */
class BadDocumentsTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/rulecast/read/bad");
  private static final Pattern MARK = Pattern.compile("([a-z0-9-]+): column ([0-9]+)");
  private static final int AT_LEAST = 120;

  @TestFactory
  Stream<DynamicTest> tellsWhatIsWrong() throws IOException {
    return cases().stream().map(c -> DynamicTest.dynamicTest(name(c), () -> verify(c)));
  }

  @Test
  void areManyAndEachIsExpected() throws IOException {
    List<Path> cases = cases();
    assertThat(cases).hasSizeGreaterThan(AT_LEAST);
    try (Stream<Path> files = Files.walk(FOLDER)) {
      assertThat(files.filter(f -> f.toString().endsWith(".expected")))
          .containsExactlyInAnyOrderElementsOf(cases.stream().map(this::expected).toList());
    }
  }

  @Test
  void tellTheSameInEveryLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        for (Path one : cases()) {
          assertThat(told(one)).as(name(one)).isEqualTo(Files.readString(expected(one)));
        }
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  /** A case is a document, or a folder with several that are read in one run. */
  private List<Path> cases() throws IOException {
    List<Path> cases = new ArrayList<>();
    for (String folder : List.of("yaml", "syntax", "bytes", "json", "several")) {
      try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
        files.filter(f -> !f.toString().endsWith(".expected")).sorted().forEach(cases::add);
      }
    }
    return cases;
  }

  private static String name(Path one) {
    return FOLDER.relativize(one).toString();
  }

  private Path expected(Path one) {
    return one.resolveSibling(one.getFileName() + ".expected");
  }

  private void verify(Path one) throws IOException {
    List<Diagnostic> found = read(one).found();
    assertThat(found).isNotEmpty().allSatisfy(BadDocumentsTest::isWellMade);
    if (one.getParent().endsWith("yaml")) {
      assertThat(found.stream().map(BadDocumentsTest::mark))
          .containsExactlyInAnyOrderElementsOf(marks(one));
    }
    Path expected = expected(one);
    String told = told(one);
    if (Boolean.getBoolean("golden.update")) {
      boolean same = Files.exists(expected) && Files.readString(expected).equals(told);
      Files.writeString(expected, told);
      if (!same) {
        fail("rewritten: " + expected);
      }
    }
    assertThat(told).isEqualTo(Files.readString(expected));
  }

  private static void isWellMade(Diagnostic one) {
    assertThat(one.location()).isPresent();
    assertThat(one.hint().orElse("")).isNotBlank().doesNotEndWith(".");
    assertThat(one.message()).matches("[A-Z`%].*\\.");
    assertThat(one.message() + one.hint())
        .doesNotContainPattern(
            "(?i)java|jackson|snakeyaml|exception|\\bnull\\b(?!`)|\\R|[\\p{Cntrl}]");
  }

  private static String mark(Diagnostic one) {
    Location place = one.location().orElseThrow();
    return place.line() + " " + one.id() + ": column " + place.column();
  }

  private static List<String> marks(Path document) throws IOException {
    List<String> marks = new ArrayList<>();
    int number = 0;
    for (String line : Files.readString(document).split("\n|\r\n?", -1)) {
      number++;
      int comment = line.indexOf("# error ");
      if (comment >= 0) {
        Matcher mark = MARK.matcher(line.substring(comment + "# error ".length()));
        while (mark.find()) {
          marks.add(number + " " + mark.group());
        }
      }
    }
    return marks;
  }

  private String told(Path one) throws IOException {
    return String.join("\n", read(one).told(Files.isDirectory(one))) + "\n";
  }

  private static Reading read(Path one) throws IOException {
    if (Files.isDirectory(one)) {
      try (Stream<Path> files = Files.list(one)) {
        return Reading.ofRuleSets(
            files.sorted().map(BadDocumentsTest::input).toArray(Input[]::new));
      }
    }
    boolean environment = one.getFileName().toString().startsWith("environment-");
    return environment ? Reading.ofEnvironment(input(one)) : Reading.ofRuleSets(input(one));
  }

  private static Input input(Path file) {
    try {
      return Reading.input(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
