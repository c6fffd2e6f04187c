package dev.rulecast.fuzz;

import dev.rulecast.testkit.MarkdownReader;
import java.util.Map;
import java.util.SortedMap;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** Whether files are of their languages, as far as readers of others can tell. */
final class Outputs {
  private static final JsonMapper JSON = new JsonMapper();

  private Outputs() {}

  static void check(SortedMap<String, String> files) {
    for (Map.Entry<String, String> file : files.entrySet()) {
      check(file.getKey(), file.getValue());
    }
  }

  private static void check(String path, String text) {
    Claim.that(text.isEmpty() || text.endsWith("\n"), "no last line feed", path);
    Claim.that(text.indexOf('\r') < 0 && text.indexOf('\0') < 0, "controls", path);
    String kind = path.substring(path.lastIndexOf('.') + 1);
    switch (kind) {
      case "json" -> JSON.readTree(text);
      case "yml", "yaml" -> new Yaml(new Loading()).load(text);
      case "md" -> MarkdownReader.texts(text);
      case "tf" -> Brackets.check(path, text, '"', "#");
      case "bicep" -> Brackets.check(path, text, '\'', "//");
      case "cli" -> commands(path, text);
      default -> Claim.that(!text.isBlank(), "empty", path);
    }
  }

  private static void commands(String path, String text) {
    boolean plain = text.chars().allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7F));
    Claim.that(
        plain && text.indexOf(';') < 0 && text.indexOf('?') < 0, "a command in " + path, text);
  }
}
