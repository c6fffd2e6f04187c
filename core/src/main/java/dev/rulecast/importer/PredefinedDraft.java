package dev.rulecast.importer;

import dev.rulecast.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * A list of rules that Windows ships with.
 *
 * @param place the line of the list
 * @param source who may use what they open
 * @param endpoint where they are needed
 * @param purpose why
 * @param names their names, with what the document writes instead
 * @param unread items that were not read
 */
record PredefinedDraft(
    int place,
    EndpointName source,
    EndpointName endpoint,
    String purpose,
    List<Name> names,
    List<Entry.Unread> unread) {
  /**
   * The name of a rule.
   *
   * @param text as Windows writes it
   * @param written as the document writes it, where that differs
   */
  record Name(String text, Optional<String> written) {}

  PredefinedDraft {
    names = List.copyOf(names);
    unread = List.copyOf(unread);
  }

  static Diagnostic problem(Prose item, String message, Optional<String> hint) {
    return Diagnostic.error("unread-list", item.location(), message).withHint(hint);
  }
}
