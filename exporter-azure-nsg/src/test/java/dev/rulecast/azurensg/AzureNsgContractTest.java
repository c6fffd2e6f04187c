package dev.rulecast.azurensg;

import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.testkit.ExporterContract;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.HostileTexts.Field;
import dev.rulecast.testkit.HostileTexts.HostileText;
import dev.rulecast.testkit.InputCheck;
import dev.rulecast.testkit.MarkdownReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AzureNsgContractTest extends ExporterContract {
  /** What tells the texts of one file from those of another. */
  private static final String README = "README: ";

  private static final String ARM = "ARM: ";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  protected RuleExporter exporter() {
    return new AzureNsgExporter();
  }

  @Override
  protected List<Fixture> fixtures() {
    return Stream.concat(
            super.fixtures().stream(),
            Stream.of("shared-groups", "unbound-families").map(NsgExamples::own))
        .toList();
  }

  /** That both files say the same is the matter of {@code BicepEqualsArmTest}. */
  @Override
  protected Optional<Collection<String>> readTexts(SortedMap<String, String> files) {
    List<String> texts = new ArrayList<>(BicepReader.texts(files.get("main.bicep")));
    collect(JSON.readTree(files.get("azuredeploy.json")), texts);
    MarkdownReader.texts(files.get("README.md")).forEach(text -> texts.add(README + text));
    return Optional.of(texts);
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isString()) {
      String text = node.asString();
      boolean brackets = text.startsWith("[") && text.endsWith("]");
      boolean literal = brackets && text.startsWith("[[");
      texts.add(ARM + (literal ? text.substring(1) : brackets ? "code" : text));
    }
    node.forEach(child -> collect(child, texts));
  }

  /**
   * The README has purposes and titles as they are, but for white space that Markdown cannot hold;
   * a parameter has the title of its endpoint unchanged. What rules make of purposes is the matter
   * of {@code DescriptionsTest}.
   */
  @Override
  protected Optional<String> expectedText(Field field, HostileText text) {
    return switch (field) {
      case PURPOSE -> Optional.of(README + text.text().replace('\t', ' ').strip());
      case RULE_SET_TITLE ->
          Optional.of(README + text.line().strip() + " (text-" + text.name() + ")");
      case ENDPOINT_TITLE ->
          Optional.of(ARM + "Addresses of outside-" + text.name() + " (" + text.line() + "): ");
      default -> Optional.empty();
    };
  }

  @Override
  protected Optional<InputCheck> inputCheck() {
    return Optional.of(new ArmInputs());
  }

  /** The README counts the rules of groups, and those that are wider. */
  @Override
  protected boolean isSummaryLine(String file, String line) {
    return file.equals("README.md")
        && (line.matches("\\| [^|]+ \\| [^|]+ \\| [0-9]+ \\| [0-9]+ \\|")
            || line.matches("- .*: [0-9]+ rules?\\."));
  }
}
