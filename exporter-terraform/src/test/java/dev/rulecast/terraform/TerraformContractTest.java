package dev.rulecast.terraform;

import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.testkit.ExporterContract;

class TerraformContractTest extends ExporterContract {
  @Override
  protected RuleExporter exporter() {
    return new TerraformExporter();
  }
}
