package dev.rulecast.terraform;

import dev.rulecast.exporter.RuleExporter;

class TerraformContractTest extends ModuleContract {
  @Override
  protected RuleExporter exporter() {
    return new TerraformExporter();
  }

  /** The README counts permissions for the quota, and those that are wider. */
  @Override
  protected boolean isSummaryLine(String file, String line) {
    return file.equals("README.md")
        && (line.matches("\\| [a-z0-9-]+ \\| [0-9]+ \\| [0-9]+ \\|")
            || line.matches("- .*: [0-9]+ permissions?\\."));
  }
}
