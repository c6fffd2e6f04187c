package dev.rulecast.fuzz;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Loads YAML 1.1, as Ansible and AWS do, and with Ansible's tag for text that is no template. */
final class Loading extends SafeConstructor {
  Loading() {
    super(options());
    // Templates have tags for text and functions; a date would be written in another way.
    yamlConstructors.put(new Tag("!unsafe"), new AsText());
    yamlConstructors.put(Tag.TIMESTAMP, new AsText());
    yamlMultiConstructors.put("!", new AsText());
  }

  private static final class AsText extends AbstractConstruct {
    @Override
    public Object construct(Node node) {
      return node instanceof ScalarNode scalar ? scalar.getValue() : node.toString();
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setAllowDuplicateKeys(false);
    return options;
  }
}
