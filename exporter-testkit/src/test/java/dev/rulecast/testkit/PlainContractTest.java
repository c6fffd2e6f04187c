package dev.rulecast.testkit;

import dev.rulecast.exporter.RuleExporter;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;

/** A right exporter passes the contract. */
class PlainContractTest extends ExporterContract {
  @Override
  protected RuleExporter exporter() {
    return new PlainExporter();
  }

  @Override
  protected Optional<Collection<String>> readTexts(SortedMap<String, String> files) {
    return Optional.of(PlainExporter.texts(files.values()));
  }
}
