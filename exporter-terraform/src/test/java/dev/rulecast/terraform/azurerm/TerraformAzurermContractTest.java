package dev.rulecast.terraform.azurerm;

import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.terraform.ModuleContract;
import dev.rulecast.testkit.Fixture;
import java.util.List;
import java.util.stream.Stream;

class TerraformAzurermContractTest extends ModuleContract {
  @Override
  protected RuleExporter exporter() {
    return new TerraformAzurermExporter();
  }

  @Override
  protected List<Fixture> fixtures() {
    return Stream.concat(super.fixtures().stream(), AzurermExamples.own().stream()).toList();
  }

  /** The README counts the rules of groups, and those that are wider. */
  @Override
  protected boolean isSummaryLine(String file, String line) {
    return file.equals("README.md")
        && (line.matches("\\| [^|]+ \\| [^|]+ \\| [0-9]+ \\| [0-9]+ \\|")
            || line.matches("- .*: [0-9]+ rules?\\."));
  }
}
