package dev.rulecast.ansible;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML 1.1 as Ansible does, strictly: a key may not stand twice, and no tag is known but
 * {@code !unsafe}.
 */
final class YamlReader {
  /**
   * A string in which Ansible looks for no template.
   *
   * @param text the string
   */
  record Unsafe(String text) {}

  private static final class AnsibleConstructor extends SafeConstructor {
    AnsibleConstructor(LoaderOptions options) {
      super(options);
      yamlConstructors.put(
          new Tag("!unsafe"),
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return new Unsafe(((ScalarNode) node).getValue());
            }
          });
    }
  }

  private YamlReader() {}

  /** The document of a text: mappings, lists, strings, {@link Unsafe}, numbers and booleans. */
  static Object document(String source) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(Integer.MAX_VALUE);
    return new Yaml(new AnsibleConstructor(options)).load(source);
  }

  /** Every string of a document that is not a key, in its order, as the modules get it. */
  static List<String> texts(String source) {
    List<String> texts = new ArrayList<>();
    collect(document(source), texts);
    return texts;
  }

  private static void collect(Object value, List<String> texts) {
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(key -> requireText(key));
      map.values().forEach(item -> collect(item, texts));
    } else if (value instanceof List<?> list) {
      list.forEach(item -> collect(item, texts));
    } else if (value instanceof Unsafe unsafe) {
      texts.add(unsafe.text);
    } else if (value instanceof String text) {
      texts.add(text);
    }
  }

  private static void requireText(Object key) {
    if (!(key instanceof String)) {
      throw new IllegalArgumentException("A key is not a string: " + key);
    }
  }

  /**
   * Fails if Jinja would find a template in a string that stands for a text of the model: templates
   * are only those of the role.
   *
   * @param templates what the role's templates match
   */
  static void requireTemplatesOnly(Object value, String templates) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> requireTemplatesOnly(item, templates));
    } else if (value instanceof List<?> list) {
      list.forEach(item -> requireTemplatesOnly(item, templates));
    } else if (value instanceof String text
        && text.matches("(?s).*\\{[{%#].*")
        && !text.matches(templates)) {
      throw new IllegalArgumentException("Ansible sees a template in: " + text);
    }
  }
}
