package dev.rulecast.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.approvaltests.approvers.ApprovalApprover;
import org.approvaltests.core.ApprovalFailureReporter;
import org.approvaltests.core.Options;
import org.approvaltests.core.VerifyResult;
import org.opentest4j.AssertionFailedError;

/**
 * Approved outputs: every file of an output, byte by byte, under its own name in {@code
 * src/test/resources/PACKAGE/approved/NAME/}, so that the target's own tools can be run on them.
 *
 * <p>A file that differs, is missing or is too much fails the test and shows a unified diff. With
 * {@code -Dgolden.update=true} the approved files are rewritten, and the test fails all the same:
 * read {@code git diff}, then run it again without.
 *
 * <p>ApprovalTests decides and reports. Its own way to files is not used, because that one ignores
 * how lines and files end, and downloads scripts.
 */
public final class Golden {
  private static final String UPDATE = "golden.update";

  private final Path approved;
  private final Path received;
  private final boolean update;

  Golden(Path approved, Path received, boolean update) {
    this.approved = approved;
    this.received = received;
    this.update = update;
  }

  /** The approved outputs of a test's package. */
  public static Golden of(Class<?> test) {
    String folder = test.getPackageName().replace('.', '/');
    Path classes = classesOf(test);
    Path module = classes;
    while (module != null && !Files.isDirectory(module.resolve("src/test"))) {
      module = module.getParent();
    }
    if (module == null) {
      throw new IllegalStateException("No folder above " + classes + " has src/test.");
    }
    return new Golden(
        module.resolve("src/test/resources").resolve(folder).resolve("approved"),
        classes.resolveSibling("received").resolve(folder),
        Boolean.getBoolean(UPDATE));
  }

  private static Path classesOf(Class<?> test) {
    CodeSource source = test.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException("Nobody knows where " + test + " comes from.");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The folder of the approved files of a name. */
  public Path approved(String name) {
    return approved.resolve(name);
  }

  /** Compares every file of an output with the approved ones. */
  public void verify(String name, Map<String, String> files) {
    List<AssertionFailedError> failures = new ArrayList<>();
    SortedMap<String, String> expected = new TreeMap<>(files);
    for (String path : read(approved.resolve(name))) {
      expected.putIfAbsent(path, "");
    }
    for (String path : expected.keySet()) {
      try {
        Approvals.verify(
            new FileApprover(name + "/" + path, Optional.ofNullable(files.get(path))),
            new Options(NO_REPORT));
      } catch (AssertionFailedError e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      StringBuilder message = new StringBuilder(advice(name, failures.size()));
      failures.forEach(failure -> message.append('\n').append(failure.getMessage()));
      AssertionFailedError first = failures.get(0);
      throw new AssertionFailedError(
          message.toString(), first.getExpected().getValue(), first.getActual().getValue());
    }
  }

  private String advice(String name, int count) {
    return update
        ? "Rewrote %s approved files of %s. Read git diff, then run again without -D%s."
            .formatted(count, name, UPDATE)
        : "%s files of %s are not as approved. If that is what you want, run again with -D%s=true."
            .formatted(count, name, UPDATE);
  }

  /** Fails if a folder of approved files has no test: one that was renamed or deleted. */
  public void verifyNames(Collection<String> names) {
    List<String> orphans =
        read(approved).stream()
            .filter(path -> names.stream().noneMatch(name -> path.startsWith(name + "/")))
            .toList();
    if (!orphans.isEmpty()) {
      fail("No test approves these files; delete them, or name their test: " + orphans);
    }
  }

  private static List<String> read(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What to do is in the message of the failure; no tool is started. */
  private static final ApprovalFailureReporter NO_REPORT = (receivedFile, approvedFile) -> true;

  /** One file. */
  private final class FileApprover implements ApprovalApprover {
    private final String path;
    private final boolean wanted;
    private final String text;

    FileApprover(String path, Optional<String> text) {
      this.path = path;
      this.wanted = text.isPresent();
      this.text = text.orElse("");
    }

    private String approvedText() {
      try {
        Path file = approved.resolve(path);
        return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public VerifyResult approve() {
      boolean there = Files.exists(approved.resolve(path));
      return VerifyResult.from(there == wanted && approvedText().equals(text));
    }

    @Override
    public void cleanUpAfterSuccess(ApprovalFailureReporter reporter) {
      delete(received.resolve(path));
    }

    @Override
    public VerifyResult reportFailure(ApprovalFailureReporter reporter) {
      return VerifyResult.FAILURE;
    }

    @Override
    public void fail() {
      String before = approvedText();
      write(update ? approved.resolve(path) : received.resolve(path));
      throw new AssertionFailedError(Differences.unified(path, before, text), before, text);
    }

    private void write(Path file) {
      if (!wanted) {
        delete(file);
        return;
      }
      try {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void delete(Path file) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
