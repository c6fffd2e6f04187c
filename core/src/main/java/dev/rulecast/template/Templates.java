package dev.rulecast.template;

import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileExtensionMatcher;
import freemarker.cache.FirstMatchTemplateConfigurationFactory;
import freemarker.cache.TemplateConfigurationFactory;
import freemarker.cache.URLTemplateLoader;
import freemarker.core.OutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.core.UnregisteredOutputFormatException;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The templates of one exporter: resources beside one of its classes, in one language each. */
public final class Templates {
  private static final Version FREEMARKER = Configuration.VERSION_2_3_35;

  /** Plain names and folders below the owner's package: no {@code ..}, no root, no wildcard. */
  private static final Pattern NAME =
      Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private final Class<?> owner;
  private final Language[] languages;

  /** By the suffix of their language. */
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

  /** Loads what every template needs, so that a thread can do so before the first is wanted. */
  public static void load() {
    EscapingFormat format = new EscapingFormat(Language.markdown());
    Configuration configuration = new Templates(Templates.class).configuration(format);
    try {
      new Template("load.md.ftl", "<#list all as one>[=one.name]</#list>", configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Renders a template.
   *
   * @param name such as {@code main.tf.ftl}
   * @param model public records, lists, maps, text, numbers, booleans, {@link Code}, and enums,
   *     which are their names; no nulls
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
    if (!NAME.matcher(name).matches()) {
      throw new IllegalStateException("Not the name of a template: " + name);
    }
    try {
      Language language = language(name);
      return configurations
          .computeIfAbsent(language.suffix(), any -> configuration(new EscapingFormat(language)))
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
    Configuration configuration = new OneLanguage();
    configuration.setTemplateLoader(new Sources(owner));
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

  /**
   * Finds templates in the jar or folder of a class: its class loader would first look into every
   * module of Java. Refuses those that would read text as a template or an expression.
   */
  private static final class Sources extends URLTemplateLoader {
    private static final Pattern INTERPRETS = Pattern.compile("\\?\\s*(interpret|eval)\\b");

    private final Class<?> owner;
    private final Optional<URLClassLoader> home;

    Sources(Class<?> owner) {
      this.owner = owner;
      this.home =
          Optional.ofNullable(owner.getProtectionDomain().getCodeSource())
              .map(CodeSource::getLocation)
              .map(location -> new URLClassLoader(new URL[] {location}, null));
    }

    @Override
    protected @Nullable URL getURL(String name) {
      String path = owner.getPackageName().replace('.', '/') + "/" + name;
      return home.map(jar -> jar.findResource(path)).orElseGet(() -> owner.getResource(name));
    }

    @Override
    public Reader getReader(Object source, String encoding) throws IOException {
      StringWriter text = new StringWriter();
      try (Reader reader = super.getReader(source, encoding)) {
        reader.transferTo(text);
      }
      if (INTERPRETS.matcher(text.toString()).find()) {
        throw new IOException("?interpret and ?eval are not allowed: they make code of text.");
      }
      return new StringReader(text.toString());
    }
  }

  /**
   * Knows no output format by name: FreeMarker's own ones escape too, but for other languages, and
   * a template could choose one.
   */
  private static final class OneLanguage extends Configuration {
    OneLanguage() {
      super(FREEMARKER);
    }

    @Override
    public OutputFormat getOutputFormat(String name) throws UnregisteredOutputFormatException {
      throw new UnregisteredOutputFormatException(
          "A template has the language of its suffix, and cannot choose " + name + ".");
    }
  }

  /** Hands {@link Code} to templates as markup of their language, and refuses what is no data. */
  private static final class ValueWrapper extends DefaultObjectWrapper {
    private final EscapingFormat format;
    private final Map<Class<?>, Map<String, Method>> accessors = new ConcurrentHashMap<>();

    ValueWrapper(EscapingFormat format) {
      super(FREEMARKER);
      this.format = format;
    }

    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
      if (value instanceof String text) {
        return new SimpleScalar(text);
      }
      if (value instanceof Code code) {
        return format.fromMarkup(code.text());
      }
      if (value instanceof Record some) {
        return new RecordModel(
            some, accessors.computeIfAbsent(some.getClass(), RecordModel::accessors), this);
      }
      if (value instanceof Enum<?> constant) {
        return new SimpleScalar(constant.name());
      }
      return super.wrap(value);
    }

    /** FreeMarker would look for JavaBeans, and hand out their methods. */
    @Override
    protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
      throw new TemplateModelException("Templates know no " + value.getClass().getName() + ".");
    }
  }
}
