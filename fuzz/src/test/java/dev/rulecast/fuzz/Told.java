package dev.rulecast.fuzz;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Location;
import dev.rulecast.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whether diagnostics are fit to be read: by people, in a terminal, and by editors. */
final class Told {
  private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z0-9]+)*");

  /** What a terminal would act upon, or nobody would see. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF\\p{Cs}]");

  private Told() {}

  /** Whether a text is there, and has nothing that a terminal would act upon. */
  static boolean isReadable(String text) {
    return !text.isBlank() && !UNSEEN.matcher(text).find();
  }

  /** Checks what was told of a document, and that errors were told exactly where there are some. */
  static void check(Diagnostics diagnostics, byte[] document) {
    List<Diagnostic> all = diagnostics.sorted();
    check(all, document);
    boolean errors = all.stream().anyMatch(one -> one.severity() == Severity.ERROR);
    Claim.that(errors == diagnostics.hasErrors(), "hasErrors", all);
  }

  static void check(List<Diagnostic> diagnostics, byte[] document) {
    long lines = 1;
    for (byte b : document) {
      lines += b == '\n' || b == '\r' ? 1 : 0;
    }
    for (Diagnostic one : diagnostics) {
      Claim.that(ID.matcher(one.id()).matches(), "no id", one);
      // Subjects are names as the document has them; reporters show them with visible().
      List<String> texts = new ArrayList<>();
      texts.add(one.message());
      one.hint().ifPresent(texts::add);
      for (String text : texts) {
        Claim.that(isReadable(text), "not for a terminal", one);
      }
      Claim.that(one.message().length() < 2_000, "a message without a bound", one);
      if (one.location().isPresent()) {
        Location place = one.location().get();
        Claim.that(place.line() <= lines, "behind the end of the document", one);
        Claim.that(place.column() <= document.length + 1, "behind the end of the line", one);
      }
    }
  }
}
