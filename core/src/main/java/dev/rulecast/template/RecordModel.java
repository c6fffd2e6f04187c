package dev.rulecast.template;

import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as a template sees it: its components, and its other methods without arguments, by their
 * names. FreeMarker can do that itself, but looks for JavaBeans first; that took a tenth of a short
 * run, and of a long one.
 */
final class RecordModel implements TemplateHashModel {
  private static final Object[] NO_ARGUMENTS = {};

  private final Record value;
  private final Map<String, Method> accessors;
  private final ObjectWrapper wrapper;

  /**
   * A view of a record.
   *
   * @param accessors those of its class
   * @param wrapper for what it holds
   */
  RecordModel(Record value, Map<String, Method> accessors, ObjectWrapper wrapper) {
    this.value = value;
    this.accessors = accessors;
    this.wrapper = wrapper;
  }

  /** What templates may read of the records of a class. */
  static Map<String, Method> accessors(Class<?> type) {
    Map<String, Method> accessors = new HashMap<>();
    for (Method method : type.getDeclaredMethods()) {
      int modifiers = method.getModifiers();
      if (Modifier.isPublic(modifiers)
          && !Modifier.isStatic(modifiers)
          && method.getParameterCount() == 0
          && method.getReturnType() != void.class) {
        accessors.put(method.getName(), method);
      }
    }
    return accessors;
  }

  @Override
  public @Nullable TemplateModel get(String name) throws TemplateModelException {
    Method accessor = accessors.get(name);
    if (accessor == null) {
      return null; // FreeMarker's way to say so; it is an error, told with its place
    }
    try {
      return wrapper.wrap(accessor.invoke(value, NO_ARGUMENTS));
    } catch (InvocationTargetException e) {
      throw new TemplateModelException(
          "%s of %s failed: %s".formatted(name, value, e.getCause()), e);
    } catch (IllegalAccessException e) {
      throw new TemplateModelException(value.getClass().getName() + " is not public.", e);
    }
  }

  @Override
  public boolean isEmpty() {
    return false;
  }
}
