package dev.rulecast.awssg.cloudformation;

import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** Writes a template as YAML. */
final class YamlWriter {
  private YamlWriter() {}

  static void write(StackTemplate template, Writer out) throws IOException {
    new Templates(YamlWriter.class, TemplateText.yaml())
        .render("template.yaml.ftl", Map.of("template", template), out);
  }
}
