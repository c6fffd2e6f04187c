package dev.rulecast.terraform.hcl;

import dev.rulecast.terraform.hcl.Expression.Attribute;
import dev.rulecast.terraform.hcl.Expression.Binary;
import dev.rulecast.terraform.hcl.Expression.Call;
import dev.rulecast.terraform.hcl.Expression.Choice;
import dev.rulecast.terraform.hcl.Expression.Constant;
import dev.rulecast.terraform.hcl.Expression.Field;
import dev.rulecast.terraform.hcl.Expression.Fields;
import dev.rulecast.terraform.hcl.Expression.ForFields;
import dev.rulecast.terraform.hcl.Expression.ForItems;
import dev.rulecast.terraform.hcl.Expression.Index;
import dev.rulecast.terraform.hcl.Expression.Items;
import dev.rulecast.terraform.hcl.Expression.Loop;
import dev.rulecast.terraform.hcl.Expression.Name;
import dev.rulecast.terraform.hcl.Expression.Not;
import dev.rulecast.terraform.hcl.Expression.Null;
import dev.rulecast.terraform.hcl.Expression.Template;
import dev.rulecast.terraform.hcl.Expression.Text;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Gives expressions their values: text, numbers, truth values, lists, sets of texts, and maps,
 * which Terraform orders by their keys; {@link #NULL} for null.
 *
 * @param scope what names stand for
 */
record Evaluator(Scope scope) {
  /** Terraform's null. */
  static final Object NULL =
      new Object() {
        @Override
        public String toString() {
          return "null";
        }
      };

  /** What names stand for. */
  @FunctionalInterface
  interface Scope {
    /** The attribute of a name: {@code var.tags}; or the name itself, if the attribute is empty. */
    Optional<Object> value(String name, String attribute);

    /** The same, where one name stands for a value. */
    default Scope with(String known, Object known2) {
      return (name, attribute) ->
          name.equals(known)
              ? attribute.isEmpty()
                  ? Optional.of(known2)
                  : Optional.of(Evaluator.attribute(known2, attribute))
              : value(name, attribute);
    }
  }

  Object value(Expression expression) {
    if (expression instanceof Constant constant) {
      return constant.value();
    } else if (expression instanceof Null) {
      return NULL;
    } else if (expression instanceof Text text) {
      return composed(text.text());
    } else if (expression instanceof Template template) {
      StringBuilder text = new StringBuilder();
      template.parts().forEach(part -> text.append(text(value(part))));
      return composed(text.toString());
    } else if (expression instanceof Name name) {
      return named(name.name(), "");
    } else if (expression instanceof Attribute attribute) {
      return attribute.from() instanceof Name name
          ? named(name.name(), attribute.name())
          : attribute(value(attribute.from()), attribute.name());
    } else if (expression instanceof Call call) {
      return new Functions(this).call(call.function(), call.arguments());
    } else if (expression instanceof Items items) {
      return items.items().stream().map(this::value).toList();
    } else if (expression instanceof Fields fields) {
      return fields(fields);
    } else if (expression instanceof ForItems each) {
      return rounds(each.loop(), each.condition()).stream()
          .map(round -> round.value(each.newValue()))
          .toList();
    } else if (expression instanceof ForFields each) {
      SortedMap<String, Object> map = new TreeMap<>();
      for (Evaluator round : rounds(each.loop(), each.condition())) {
        put(map, text(round.value(each.newKey())), round.value(each.newValue()));
      }
      return map;
    } else if (expression instanceof Index index) {
      return indexed(value(index.from()), value(index.key()));
    } else if (expression instanceof Not not) {
      return !truth(value(not.operand()));
    } else if (expression instanceof Binary binary) {
      return binary(binary);
    } else if (expression instanceof Choice choice) {
      return value(truth(value(choice.condition())) ? choice.yes() : choice.no());
    }
    throw new HclException("Unknown: " + expression);
  }

  /** Terraform brings every text into Unicode's form C (its type system {@code cty} does). */
  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  Evaluator with(String name, Object value) {
    return new Evaluator(scope.with(name, value));
  }

  private Object named(String name, String attribute) {
    return scope
        .value(name, attribute)
        .orElseThrow(() -> new HclException("There is no " + name + "." + attribute));
  }

  private Object fields(Fields fields) {
    SortedMap<String, Object> map = new TreeMap<>();
    for (Field field : fields.fields()) {
      put(map, text(value(field.key())), value(field.value()));
    }
    return map;
  }

  /** One evaluator for each round of a loop, where its condition holds. */
  private List<Evaluator> rounds(Loop loop, Expression condition) {
    Object collection = value(loop.collection());
    List<Evaluator> rounds = new ArrayList<>();
    if (!loop.key().isEmpty()) {
      map(collection)
          .forEach((key, value) -> rounds.add(with(loop.key(), key).with(loop.value(), value)));
    } else {
      list(collection).forEach(value -> rounds.add(with(loop.value(), value)));
    }
    rounds.removeIf(round -> !truth(round.value(condition)));
    return rounds;
  }

  private static Object indexed(Object from, Object key) {
    if (from instanceof List<?> list && key instanceof Integer index) {
      if (index < 0 || index >= list.size()) {
        throw new HclException("No item " + index + " in " + from);
      }
      return list.get(index);
    }
    return attribute(from, text(key));
  }

  private static void put(Map<String, Object> map, String key, Object value) {
    if (map.put(key, value) != null) {
      throw new HclException("The key " + key + " occurs twice");
    }
  }

  private Object binary(Binary binary) {
    Object left = value(binary.left());
    Object right = value(binary.right());
    return switch (binary.operator()) {
      case "&&" -> truth(left) && truth(right);
      case "||" -> truth(left) || truth(right);
      case "==" -> left.equals(right);
      case ">" -> number(left) > number(right);
      case "<" -> number(left) < number(right);
      case "<=" -> number(left) <= number(right);
      case "+" -> number(left) + number(right);
      default -> throw new HclException("Unknown: " + binary);
    };
  }

  static Object attribute(Object from, String name) {
    Object value = map(from).get(name);
    if (value == null) {
      throw new HclException("No attribute " + name + " in " + from);
    }
    return value;
  }

  static boolean truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new HclException("Not a truth value: " + value);
  }

  static int number(Object value) {
    if (value instanceof Integer number) {
      return number;
    }
    throw new HclException("Not a number: " + value);
  }

  static String text(Object value) {
    if (value instanceof String || value instanceof Integer || value instanceof Boolean) {
      return value.toString();
    }
    throw new HclException("Not a text: " + value);
  }

  static Collection<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    if (value instanceof SortedSet<?> set) {
      return set;
    }
    throw new HclException("Not a list: " + value);
  }

  @SuppressWarnings("unchecked") // maps are made here and in Functions, and have such keys
  static SortedMap<String, Object> map(Object value) {
    if (value instanceof SortedMap<?, ?> map) {
      return (SortedMap<String, Object>) map;
    }
    throw new HclException("Not a map: " + value);
  }
}
