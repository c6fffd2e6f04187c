package dev.rulecast.awssg.cloudformation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads templates as CloudFormation does, the short forms of its functions in their long form.
 * Shares no code with the exporter. Other tags, aliases and keys that occur twice are errors.
 */
final class TemplateReader {
  private TemplateReader() {}

  /** Reads a file by its name. */
  static Map<String, Object> read(String file, String text) {
    return file.endsWith(".json") ? json(text) : yaml(text);
  }

  static Map<String, Object> yaml(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    return new Yaml(new Functions(options)).load(text);
  }

  static Map<String, Object> json(String text) {
    return JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build()
        .readValue(text, new TypeReference<>() {});
  }

  private static final class Functions extends SafeConstructor {
    Functions(LoaderOptions options) {
      super(options);
      add("!Ref", name -> Map.of("Ref", name));
      add("!GetAtt", path -> Map.of("Fn::GetAtt", List.of(path.split("\\.", 2))));
      addWithItems("!Not", "Fn::Not");
      addWithItems("!Equals", "Fn::Equals");
    }

    private void addWithItems(String tag, String function) {
      yamlConstructors.put(
          new Tag(tag),
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return Map.of(function, constructSequence((SequenceNode) node));
            }
          });
    }

    private void add(String tag, Function<String, Object> function) {
      yamlConstructors.put(
          new Tag(tag),
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return function.apply(((ScalarNode) node).getValue());
            }
          });
    }
  }
}
