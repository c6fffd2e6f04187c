package com.example.rulecast;

import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.testkit.ExporterContract;
import dev.rulecast.testkit.HostileTexts.Field;
import dev.rulecast.testkit.HostileTexts.HostileText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything that rulecast asks of an exporter. */
class CsvContractTest extends ExporterContract {
  private static final Pattern FIELD = Pattern.compile("\"((?:[^\"]++|\"\")*+)\"([,\n])");

  @Override
  protected RuleExporter exporter() {
    return new CsvExporter();
  }

  /** The fields, as a program that knows only CSV reads them. */
  @Override
  protected Optional<Collection<String>> readTexts(SortedMap<String, String> files) {
    List<String> fields = new ArrayList<>();
    for (String text : files.values()) {
      Matcher field = FIELD.matcher(text);
      int end = 0;
      while (field.find(end) && field.start() == end) {
        fields.add(field.group(1).replace("\"\"", "\""));
        end = field.end();
      }
      if (end != text.length()) {
        throw new IllegalArgumentException("no field at character " + end);
      }
    }
    return Optional.of(fields);
  }

  /** Purposes are unchanged, but for the apostrophe in front of what would be a formula. */
  @Override
  protected Optional<String> expectedText(Field field, HostileText text) {
    boolean formula = text.text().matches("(?s)[=+@\t-].*");
    return field == Field.PURPOSE
        ? Optional.of((formula ? "'" : "") + text.text())
        : Optional.empty();
  }
}
