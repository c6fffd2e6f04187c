package dev.rulecast.template;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileExtensionMatcher;
import freemarker.cache.FirstMatchTemplateConfigurationFactory;
import freemarker.cache.TemplateConfigurationFactory;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The templates of one exporter: resources beside one of its classes, in one language each. */
public final class Templates {
  private static final Version FREEMARKER = Configuration.VERSION_2_3_35;

  private final Class<?> owner;
  private final Language[] languages;
  private final Map<String, Configuration> configurations = new ConcurrentHashMap<>();

  /**
   * The templates beside a class.
   *
   * @param owner the resources are looked up in its package, through its class loader
   * @param languages what they are written in; a template with another suffix is refused
   */
  public Templates(Class<?> owner, Language... languages) {
    this.owner = owner;
    this.languages = languages.clone();
  }

  /**
   * Renders a template.
   *
   * @param name such as {@code main.tf.ftl}
   * @param model public records, lists, maps, text, numbers, booleans and {@link Code}; no nulls
   * @throws IOException if the writer does
   * @throws IllegalStateException if the template or the model is wrong: a defect of the exporter
   */
  public void render(String name, Map<String, ?> model, Writer out) throws IOException {
    Template template = template(name);
    try {
      template.process(model, out);
    } catch (TemplateException e) {
      throw new IllegalStateException("Template " + name + ": " + e.getMessage(), e);
    }
  }

  private Template template(String name) {
    Language language = language(name);
    try {
      return configurations
          .computeIfAbsent(language.name(), any -> configuration(new EscapingFormat(language)))
          .getTemplate(name);
    } catch (IOException e) {
      throw new IllegalStateException("Template " + name + ": " + e.getMessage(), e);
    }
  }

  private Language language(String name) {
    for (Language language : languages) {
      if (name.endsWith(language.suffix() + ".ftl")) {
        return language;
      }
    }
    throw new IllegalStateException("No language has templates named " + name);
  }

  private Configuration configuration(EscapingFormat format) {
    Configuration configuration = new Configuration(FREEMARKER);
    configuration.setTemplateLoader(new ClassTemplateLoader(owner, ""));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
    configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
    configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setObjectWrapper(new ValueWrapper(format));
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("c");
    configuration.setBooleanFormat("c");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setAutoFlush(false);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
    configuration.setLocalizedLookup(false);
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setTemplateConfigurations(formats(format));
    return configuration;
  }

  private static TemplateConfigurationFactory formats(EscapingFormat format) {
    TemplateConfiguration escaped = new TemplateConfiguration();
    escaped.setOutputFormat(format);
    return new FirstMatchTemplateConfigurationFactory(
            new ConditionalTemplateConfigurationFactory(new FileExtensionMatcher("ftl"), escaped))
        .allowNoMatch(false);
  }

  /** Hands {@link Code} to templates as markup of their language. */
  private static final class ValueWrapper extends DefaultObjectWrapper {
    private final EscapingFormat format;

    ValueWrapper(EscapingFormat format) {
      super(FREEMARKER);
      this.format = format;
    }

    @Override
    protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
      return value instanceof Code code
          ? format.fromMarkup(code.text())
          : super.handleUnknownType(value);
    }
  }
}
