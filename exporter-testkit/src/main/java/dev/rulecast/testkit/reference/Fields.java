package dev.rulecast.testkit.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A mapping of a document; all its scalars are text, as they are written. */
record Fields(Map<?, ?> map) {
  static final Fields EMPTY = new Fields(Map.of());

  /** Gives no scalar a type, so that neither dates nor {@code no} nor {@code 0o17} are special. */
  private static final class EverythingIsText extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      // none
    }
  }

  /** The documents in texts of YAML or JSON. */
  static List<Fields> read(String... texts) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    DumperOptions unused = new DumperOptions();
    List<Fields> documents = new ArrayList<>();
    for (String text : texts) {
      Yaml yaml =
          new Yaml(
              new SafeConstructor(options),
              new Representer(unused),
              unused,
              options,
              new EverythingIsText());
      yaml.loadAll(text).forEach(document -> documents.add(of(document)));
    }
    return documents;
  }

  private static Fields of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Fields(map);
    }
    Documents.require(value.equals(""), "Not a mapping: " + value);
    return EMPTY;
  }

  Set<String> keys() {
    return Set.copyOf(map.keySet().stream().map(String::valueOf).toList());
  }

  boolean has(String key) {
    return map.containsKey(key);
  }

  private Object value(String key, Object otherwise) {
    Object value = map.get(key);
    return value == null ? otherwise : value;
  }

  String text(String key, String otherwise) {
    return (String) value(key, otherwise);
  }

  /** One text or a list of texts; empty where the key is missing. */
  List<String> list(String key) {
    Object value = value(key, List.of());
    List<?> items = value instanceof List<?> list ? list : List.of(value);
    return items.stream().map(String.class::cast).toList();
  }

  Fields mapping(String key) {
    return of(value(key, Map.of()));
  }

  Map<String, Fields> mappings(String key) {
    Map<String, Fields> mappings = new LinkedHashMap<>();
    mapping(key).map.forEach((id, value) -> mappings.put((String) id, of(value)));
    return mappings;
  }

  List<Fields> mappingList(String key) {
    return ((List<?>) value(key, List.of())).stream().map(Fields::of).toList();
  }
}
