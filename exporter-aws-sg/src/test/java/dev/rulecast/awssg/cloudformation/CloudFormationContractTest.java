package dev.rulecast.awssg.cloudformation;

import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.testkit.ExporterContract;
import dev.rulecast.testkit.HostileTexts.Field;
import dev.rulecast.testkit.HostileTexts.HostileText;
import dev.rulecast.testkit.InputCheck;
import dev.rulecast.testkit.MarkdownReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

class CloudFormationContractTest extends ExporterContract {
  /** What tells the texts of the README from those of the template. */
  private static final String README = "README: ";

  @Override
  protected RuleExporter exporter() {
    return new CloudFormationExporter();
  }

  @Override
  protected Optional<Collection<String>> readTexts(SortedMap<String, String> files) {
    List<String> texts = new ArrayList<>();
    files.forEach(
        (path, text) -> {
          if (path.equals("README.md")) {
            texts.addAll(MarkdownReader.texts(text).stream().map(README::concat).toList());
          } else {
            collect(TemplateReader.read(path, text), texts);
          }
        });
    return Optional.of(texts);
  }

  private static void collect(Object value, List<String> texts) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> collect(item, texts));
    } else if (value instanceof List<?> list) {
      list.forEach(item -> collect(item, texts));
    } else if (value instanceof String text) {
      texts.add(text);
    }
  }

  /**
   * The README has purposes and titles as they are, but for white space that Markdown cannot hold.
   * The template has EC2's characters, and no braces: that is the matter of {@code
   * DescriptionsTest} and {@code TemplateTextTest}.
   */
  @Override
  protected Optional<String> expectedText(Field field, HostileText text) {
    return switch (field) {
      case PURPOSE -> Optional.of(README + text.text().replace('\t', ' ').strip());
      case RULE_SET_TITLE ->
          Optional.of(README + text.line().strip() + " (text-" + text.name() + ")");
      default -> Optional.empty();
    };
  }

  @Override
  protected Optional<InputCheck> inputCheck() {
    return Optional.of(new PrefixListInputs());
  }

  /** The README counts permissions for the quota, and those that are wider. */
  @Override
  protected boolean isSummaryLine(String file, String line) {
    return file.equals("README.md")
        && (line.matches("\\| [a-z0-9-]+ \\| [0-9]+ \\| [0-9]+ \\|")
            || line.matches("- .*: [0-9]+ permissions?\\."));
  }
}
