package dev.rulecast.testkit;

import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;

/** The defaults of the JVM on which an output must not depend. */
final class Defaults {
  private Defaults() {}

  /** What a supplier gives in another place; the defaults are put back. */
  static <T> T with(String locale, String zone, Supplier<T> supplier) {
    Locale display = Locale.getDefault(Locale.Category.DISPLAY);
    Locale format = Locale.getDefault(Locale.Category.FORMAT);
    Locale usual = Locale.getDefault();
    TimeZone usualZone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      return supplier.get();
    } finally {
      Locale.setDefault(usual);
      Locale.setDefault(Locale.Category.DISPLAY, display);
      Locale.setDefault(Locale.Category.FORMAT, format);
      TimeZone.setDefault(usualZone);
    }
  }
}
