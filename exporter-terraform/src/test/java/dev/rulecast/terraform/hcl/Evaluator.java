package dev.rulecast.terraform.hcl;

import dev.rulecast.terraform.hcl.Expression.Attribute;
import dev.rulecast.terraform.hcl.Expression.Binary;
import dev.rulecast.terraform.hcl.Expression.Call;
import dev.rulecast.terraform.hcl.Expression.Constant;
import dev.rulecast.terraform.hcl.Expression.Field;
import dev.rulecast.terraform.hcl.Expression.Fields;
import dev.rulecast.terraform.hcl.Expression.ForFields;
import dev.rulecast.terraform.hcl.Expression.ForItems;
import dev.rulecast.terraform.hcl.Expression.Items;
import dev.rulecast.terraform.hcl.Expression.Name;
import dev.rulecast.terraform.hcl.Expression.Not;
import dev.rulecast.terraform.hcl.Expression.Null;
import dev.rulecast.terraform.hcl.Expression.Template;
import dev.rulecast.terraform.hcl.Expression.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives expressions their values: text, numbers, truth values, lists, and maps, which Terraform
 * orders by their keys; {@link #NULL} for null.
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
      return text.text();
    } else if (expression instanceof Template template) {
      StringBuilder text = new StringBuilder();
      template.parts().forEach(part -> text.append(text(value(part))));
      return text.toString();
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
      List<Object> values = new ArrayList<>();
      for (Object value : list(value(each.collection()))) {
        values.add(with(each.value(), value).value(each.newValue()));
      }
      return values;
    } else if (expression instanceof ForFields each) {
      return fields(each);
    } else if (expression instanceof Not not) {
      return !truth(value(not.operand()));
    } else if (expression instanceof Binary binary) {
      return binary(binary);
    }
    throw new HclException("Unknown: " + expression);
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

  private Object fields(ForFields each) {
    SortedMap<String, Object> map = new TreeMap<>();
    map(value(each.collection()))
        .forEach(
            (key, value) -> {
              Evaluator inside = with(each.key(), key).with(each.value(), value);
              put(map, text(inside.value(each.newKey())), inside.value(each.newValue()));
            });
    return map;
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
