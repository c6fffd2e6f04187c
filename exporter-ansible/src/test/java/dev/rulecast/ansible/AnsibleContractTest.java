package dev.rulecast.ansible;

import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.testkit.ExporterContract;
import dev.rulecast.testkit.HostileTexts.Field;
import dev.rulecast.testkit.HostileTexts.HostileText;
import dev.rulecast.testkit.InputCheck;
import dev.rulecast.testkit.MarkdownReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.io.TempDir;

class AnsibleContractTest extends ExporterContract {
  /** What tells the texts of a README from those of the role. */
  private static final String README = "README: ";

  /** The only templates in data: the addresses of an input. Those of tasks are not data. */
  private static final String TEMPLATES =
      "\\{\\{ [a-z0-9_]+_addresses\\['[a-z0-9_]+'\\][a-z0-9'():, |]* \\}\\}";

  @TempDir Path folder;

  @Override
  protected RuleExporter exporter() {
    return new AnsibleExporter();
  }

  @Override
  protected Optional<Collection<String>> readTexts(SortedMap<String, String> files) {
    List<String> texts = new ArrayList<>();
    files.forEach(
        (path, text) -> {
          if (path.endsWith(".md")) {
            MarkdownReader.texts(text).stream().map(README::concat).forEach(texts::add);
          } else if (!path.endsWith(".py")) {
            if (!path.endsWith("tasks/main.yml")) {
              YamlReader.requireTemplatesOnly(YamlReader.document(text), TEMPLATES);
            }
            texts.addAll(YamlReader.texts(text));
          }
        });
    return Optional.of(texts);
  }

  /**
   * A purpose is a description, in which a vertical bar is a slash, and has no white space around
   * it; a title is in the README, and that of an input in the role's specification of arguments.
   */
  @Override
  protected Optional<String> expectedText(Field field, HostileText text) {
    return switch (field) {
      case PURPOSE -> Optional.of(text.text().strip().replace('|', '/'));
      case RULE_SET_TITLE ->
          Optional.of(README + text.line().strip() + " (text-" + text.name() + ")");
      case ENDPOINT_TITLE -> Optional.of("(" + text.line() + "): a list of addresses");
      default -> Optional.empty();
    };
  }

  @Override
  protected Optional<InputCheck> inputCheck() {
    PythonInputs.require();
    return Optional.of(new PythonInputs(folder));
  }
}
