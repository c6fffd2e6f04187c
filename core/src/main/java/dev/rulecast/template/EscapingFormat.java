package dev.rulecast.template;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;

/** FreeMarker's view of a language: prints every value escaped. */
final class EscapingFormat extends CommonMarkupOutputFormat<EscapingFormat.Markup> {
  private final Language language;

  EscapingFormat(Language language) {
    this.language = language;
  }

  @Override
  public String getName() {
    return language.name();
  }

  @Override
  public String getMimeType() {
    return "text/plain";
  }

  @Override
  public String escapePlainText(String text) throws TemplateModelException {
    try {
      return language.escape().apply(text);
    } catch (RuntimeException e) {
      // Only as this exception is it told with the name and line of the template.
      throw new TemplateModelException(e.getMessage(), e);
    }
  }

  @Override
  public void output(String text, Writer out) throws IOException, TemplateModelException {
    out.write(escapePlainText(text));
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected Markup newTemplateMarkupOutputModel(String text, String markup) {
    return new Markup(this, text, markup);
  }

  /** A value with its language. */
  static final class Markup extends CommonTemplateMarkupOutputModel<Markup> {
    private final EscapingFormat format;

    Markup(EscapingFormat format, String text, String markup) {
      super(text, markup);
      this.format = format;
    }

    @Override
    public EscapingFormat getOutputFormat() {
      return format;
    }
  }
}
