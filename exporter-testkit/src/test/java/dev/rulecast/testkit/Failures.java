package dev.rulecast.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract as JUnit would, and keeps what failed: the tests, with what they said. */
final class Failures implements TestExecutionListener {
  private final Map<String, StringBuilder> messages = new TreeMap<>();
  private int tests;

  private Failures() {}

  static Failures of(Class<? extends ExporterContract> contract, Set<String> without) {
    PostDiscoveryFilter filter =
        test -> FilterResult.includedIf(methodOf(test).filter(without::contains).isEmpty());
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(contract))
            .filters(filter)
            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
            .build();
    Failures failures = new Failures();
    LauncherFactory.create().execute(request, failures);
    assertThat(failures.tests).as("tests that ran").isGreaterThan(10);
    return failures;
  }

  private static Optional<String> methodOf(TestDescriptor test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(source -> ((MethodSource) source).getMethodName());
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    tests += test.isTest() ? 1 : 0;
    if (result.getStatus() == TestExecutionResult.Status.FAILED) {
      String name =
          test.getSource()
              .filter(MethodSource.class::isInstance)
              .map(source -> ((MethodSource) source).getMethodName())
              .orElse(test.getDisplayName());
      result
          .getThrowable()
          .ifPresent(
              thrown ->
                  messages
                      .computeIfAbsent(name, any -> new StringBuilder())
                      .append(thrown.getMessage())
                      .append('\n'));
    }
  }

  /** These tests fail and no others. */
  Failures areOnly(String... names) {
    assertThat(messages).as("%s", messages).containsOnlyKeys(names);
    return this;
  }

  /** Among others, this test fails. */
  Failures include(String name) {
    assertThat(messages).containsKey(name);
    return this;
  }

  /** The author is told so. */
  Failures say(String words) {
    assertThat(String.join("\n", messages.values())).contains(words);
    return this;
  }
}
