package dev.rulecast.netappontap;

import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.testkit.ExporterContract;

/** The contract where no endpoint has settings, so that nothing is written. */
class WithoutSettingsContractTest extends ExporterContract {
  @Override
  protected RuleExporter exporter() {
    return new NetAppOntapExporter();
  }
}
