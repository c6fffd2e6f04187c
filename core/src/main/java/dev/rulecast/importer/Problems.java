package dev.rulecast.importer;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Location;
import dev.rulecast.model.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects everything for which a row cannot be read. */
final class Problems {
  static final String ID = "unread-row";

  private final List<Diagnostic> found = new ArrayList<>();

  /** Runs a reader of a cell; what it refuses is a problem of that cell. */
  <T> Optional<T> of(Location place, Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (InvalidValueException e) {
      found.add(
          Diagnostic.error(ID, place, "This row was not read. " + e.getMessage())
              .withHint(e.hint()));
      return Optional.empty();
    }
  }

  void add(Location place, String message, String hint) {
    Diagnostic problem = Diagnostic.error(ID, place, "This row was not read. " + message);
    found.add(hint.isEmpty() ? problem : problem.withHint(hint));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Diagnostic> all() {
    return List.copyOf(found);
  }
}
