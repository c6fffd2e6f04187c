package dev.rulecast.terraform;

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

/** The contract of an exporter that writes a Terraform module: files in HCL and a README. */
public abstract class ModuleContract extends ExporterContract {
  /** What tells the texts of the README from those of the module. */
  private static final String README = "README: ";

  @TempDir Path folder;

  @Override
  protected Optional<Collection<String>> readTexts(SortedMap<String, String> files) {
    List<String> texts = new ArrayList<>();
    files.forEach(
        (path, text) ->
            texts.addAll(
                path.endsWith(".tf")
                    ? HclReader.texts(text)
                    : MarkdownReader.texts(text).stream().map(README::concat).toList()));
    return Optional.of(texts);
  }

  /**
   * The README has purposes and titles as they are, but for white space that Markdown cannot hold;
   * a variable has the title of its endpoint unchanged. What rules make of purposes is the matter
   * of each plan's {@code DescriptionsTest}.
   */
  @Override
  protected Optional<String> expectedText(Field field, HostileText text) {
    return switch (field) {
      case PURPOSE -> Optional.of(README + text.text().replace('\t', ' ').strip());
      case RULE_SET_TITLE ->
          Optional.of(README + text.line().strip() + " (text-" + text.name() + ")");
      case ENDPOINT_TITLE -> Optional.of("(" + text.line() + ") in CIDR notation");
      default -> Optional.empty();
    };
  }

  @Override
  protected Optional<InputCheck> inputCheck() {
    TerraformInputs.require();
    return Optional.of(new TerraformInputs(folder));
  }
}
