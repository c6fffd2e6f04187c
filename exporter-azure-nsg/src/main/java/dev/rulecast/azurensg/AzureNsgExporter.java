package dev.rulecast.azurensg;

import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.Option;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.policy.Policy;
import dev.rulecast.template.Language;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;

/** Writes Azure network security groups as ARM template and as Bicep. */
public final class AzureNsgExporter implements RuleExporter {
  static final String ARM = "azuredeploy.json";
  static final String BICEP = "main.bicep";

  static final Option<OutputFormat> FORMAT =
      Option.choice(
          "format",
          "Which files are written; both say the same.",
          OutputFormat.class,
          OutputFormat.BOTH);

  static final Option<RuleShape> RULES =
      Option.choice(
          "rules",
          "Whether the templates own the network security groups, or add rules to existing ones.",
          RuleShape.class,
          RuleShape.INLINE);

  private static final ExporterInfo INFO =
      ExporterInfo.of(
              "azure-nsg",
              "ARM template and Bicep file of Azure network security groups",
              "0.1.0",
              AzureNsgPlatform.PLATFORM,
              AzureNsgPlatform.CAPABILITIES)
          .withOptions(FORMAT, RULES, AzureNsgPlatform.DENY_REST);

  private final Templates templates =
      new Templates(AzureNsgExporter.class, Bicep.language(), Language.markdown());

  @Override
  public ExporterInfo info() {
    return INFO;
  }

  @Override
  public void export(Policy policy, ExportContext context) throws IOException {
    RuleShape shape = context.option(RULES);
    DenyRest denyRest = context.option(AzureNsgPlatform.DENY_REST);
    OutputFormat format = context.option(FORMAT);
    AzureNsgPlan plan = AzureNsgPlanner.plan(context, denyRest, new TemplateLimits(shape));
    if (plan.groups().isEmpty()) {
      return;
    }
    TemplateNames names = new TemplateNames(plan);
    BicepFile bicep = new BicepFile(policy, plan, shape, names);
    if (format.hasArm()) {
      write(context, ARM, out -> ArmFile.write(policy, plan, shape, names, out));
    }
    if (format.hasBicep()) {
      write(context, BICEP, out -> bicep.write(templates, out));
    }
    NsgReadme readme = new NsgReadme(policy, plan, shape, denyRest, format);
    try (Writer out = context.file("README.md")) {
      readme.write(bicep, templates, out);
    }
  }

  private interface Content {
    void write(Writer out) throws IOException;
  }

  private static void write(ExportContext context, String file, Content content)
      throws IOException {
    try (MeasuringWriter out = new MeasuringWriter(context.file(file))) {
      content.write(out);
      if (out.bytes() > TemplateLimits.MAX_BYTES) {
        context.warning(
            "The file `%s` is larger than the 4 MiB that Azure Resource Manager takes; export fewer rule sets at once."
                .formatted(file));
      }
    }
  }
}
