package dev.rulecast.terraform.hcl;

import dev.rulecast.terraform.hcl.Expression.Call;
import dev.rulecast.terraform.hcl.Expression.Field;
import dev.rulecast.terraform.hcl.Expression.Fields;
import dev.rulecast.terraform.hcl.Expression.Name;
import dev.rulecast.terraform.hcl.Expression.Text;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Converts what callers give to the type of a variable ("Type Constraints", Terraform language).
 */
final class Types {
  private Types() {}

  static Object convert(Expression type, Object value) {
    if (value == Evaluator.NULL) {
      throw new HclException("A value must not be null");
    }
    if (type instanceof Name name && name.name().equals("string")) {
      return Evaluator.composed(Evaluator.text(value));
    }
    if (type instanceof Call call && call.arguments().size() == 1) {
      Expression inner = call.arguments().get(0);
      if (call.function().equals("map")) {
        SortedMap<String, Object> map = new TreeMap<>();
        given(value).forEach((key, item) -> map.put((String) key, convert(inner, item)));
        return map;
      }
      if (call.function().equals("object") && inner instanceof Fields fields) {
        return object(fields, given(value));
      }
    }
    throw new HclException("Unknown type: " + type);
  }

  private static Map<?, ?> given(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new HclException("Not a map: " + value);
  }

  /** Attributes that the type does not name are dropped. */
  private static SortedMap<String, Object> object(Fields fields, Map<?, ?> given) {
    SortedMap<String, Object> object = new TreeMap<>();
    for (Field field : fields.fields()) {
      if (!(field.key() instanceof Text key
          && field.value() instanceof Call optional
          && optional.function().equals("optional")
          && optional.arguments().size() == 2)) {
        throw new HclException("Unknown type: " + field);
      }
      List<Expression> arguments = optional.arguments();
      Object value = given.get(key.text());
      Object otherwise =
          new Evaluator((name, attribute) -> java.util.Optional.empty()).value(arguments.get(1));
      object.put(key.text(), convert(arguments.get(0), value == null ? otherwise : value));
    }
    return object;
  }
}
