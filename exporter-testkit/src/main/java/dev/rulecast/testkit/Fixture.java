package dev.rulecast.testkit;

import static java.util.stream.Collectors.joining;

import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Documents that an exporter is tried with.
 *
 * @param name what is special about them: {@code icmp-types}
 * @param ruleSets one or more documents of kind {@code RuleSet}, in YAML
 * @param environment a document of kind {@code Environment}, in YAML; absent: nothing is bound
 */
public record Fixture(String name, String ruleSets, Optional<String> environment) {
  /** The day for which fixtures judge expiry. */
  public static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);

  /** Rule sets without an environment. */
  public static Fixture of(String name, String ruleSets) {
    return new Fixture(name, ruleSets, Optional.empty());
  }

  /**
   * One rule set with endpoints and rules, and an environment that binds endpoints; all in YAML's
   * flow style, without the brackets.
   */
  public static Fixture inline(String endpoints, String rules, String bindings) {
    return of(
            "inline",
            """
            apiVersion: rulecast/v1
            kind: RuleSet
            metadata: {name: test}
            endpoints: {%s}
            rules: [%s]
            """
                .formatted(endpoints, rules))
        .in(
            """
            apiVersion: rulecast/v1
            kind: Environment
            metadata: {name: test}
            endpoints: {%s}
            """
                .formatted(bindings));
  }

  /**
   * The resources {@code fixtures/NAME.yaml} and, if it exists, {@code
   * fixtures/NAME.environment.yaml} beside a class.
   *
   * @throws IllegalArgumentException if the class has no such resource
   */
  public static Fixture resource(Class<?> beside, String name) {
    String ruleSets =
        text(beside, "fixtures/" + name + ".yaml")
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no resource fixtures/" + name + ".yaml beside " + beside));
    return new Fixture(name, ruleSets, text(beside, "fixtures/" + name + ".environment.yaml"));
  }

  /**
   * The rule sets of a folder's files {@code *.yaml}, each by itself and called like its file, by
   * name.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static List<Fixture> each(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Fixture> fixtures = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".yaml", "");
        fixtures.add(of(name, Files.readString(file)));
      }
      if (fixtures.isEmpty()) {
        throw new IllegalArgumentException("There are no rule sets in " + folder);
      }
      return fixtures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same rule sets, all together. */
  public static Fixture folder(String name, Path folder) {
    return of(name, each(folder).stream().map(Fixture::ruleSets).collect(joining("---\n")));
  }

  private static Optional<String> text(Class<?> beside, String resource) {
    try (InputStream stream = beside.getResourceAsStream(resource)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same rule sets in this environment. */
  public Fixture in(String environmentText) {
    return new Fixture(name, ruleSets, Optional.of(environmentText));
  }

  /** The texts of all documents. */
  public String[] documents() {
    return Stream.concat(Stream.of(ruleSets), environment.stream()).toArray(String[]::new);
  }

  /** The same under another name. */
  public Fixture named(String newName) {
    return new Fixture(newName, ruleSets, environment);
  }

  /**
   * What the documents mean to an exporter whose platform manages every endpoint that is not
   * external, unless the environment says otherwise.
   *
   * @throws IllegalArgumentException if the documents have errors; the message lists them
   */
  public Policy policy(RuleExporter exporter) {
    return policy(exporter, Map.of());
  }

  /**
   * The same, with settings for endpoints, by endpoint id. They stand beside what the environment
   * says.
   */
  public Policy policy(RuleExporter exporter, Map<String, ? extends Record> settings) {
    return Documents.read(this, exporter).withSettings(exporter, settings).bind(exporter);
  }

  /** The name, for the titles of tests. */
  @Override
  public String toString() {
    return name;
  }
}
