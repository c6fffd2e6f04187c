package dev.rulecast.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * One thing that the user should know.
 *
 * @param severity how grave it is
 * @param id the stable kebab-case name of this kind of diagnostic, such as {@code unknown-key}
 * @param location the place in the input, where there is one
 * @param message one or two full sentences: what is wrong with which value; user text in backticks
 * @param hint what to do about it
 * @param subjects the rules ({@code rule-set/rule}) or endpoints it is about, if it sums up several
 */
public record Diagnostic(
    Severity severity,
    String id,
    Optional<Location> location,
    String message,
    Optional<String> hint,
    List<String> subjects)
    implements Comparable<Diagnostic> {
  /** Copies the list of subjects. */
  public Diagnostic {
    subjects = List.copyOf(subjects);
  }

  /** An error at a place. */
  public static Diagnostic error(String id, Location location, String message) {
    return of(Severity.ERROR, id, message).at(location);
  }

  /** A warning at a place. */
  public static Diagnostic warning(String id, Location location, String message) {
    return of(Severity.WARNING, id, message).at(location);
  }

  /** A diagnostic without a place, hint or subjects. */
  public static Diagnostic of(Severity severity, String id, String message) {
    return new Diagnostic(severity, id, Optional.empty(), message, Optional.empty(), List.of());
  }

  /** The same diagnostic at the given place. */
  public Diagnostic at(Location place) {
    return new Diagnostic(severity, id, Optional.of(place), message, hint, subjects);
  }

  /** The same diagnostic with what to do about it. */
  public Diagnostic withHint(String whatToDo) {
    return withHint(Optional.of(whatToDo));
  }

  /** The same diagnostic with what to do about it, if anything is known. */
  public Diagnostic withHint(Optional<String> whatToDo) {
    return new Diagnostic(severity, id, location, message, whatToDo, subjects);
  }

  /** The same diagnostic about these rules or endpoints. */
  public Diagnostic about(List<String> rulesOrEndpoints) {
    return new Diagnostic(severity, id, location, message, hint, rulesOrEndpoints);
  }

  /** By place; those without a place come last, the gravest first. */
  @Override
  public int compareTo(Diagnostic other) {
    int order = comparePlace(other);
    if (order == 0) {
      order = other.severity.compareTo(severity);
    }
    if (order == 0) {
      order = id.compareTo(other.id);
    }
    if (order == 0) {
      order = message.compareTo(other.message);
    }
    if (order == 0) {
      order = hint.orElse("").compareTo(other.hint.orElse(""));
    }
    return order == 0 ? subjects.toString().compareTo(other.subjects.toString()) : order;
  }

  private int comparePlace(Diagnostic other) {
    return location.isPresent() && other.location.isPresent()
        ? location.get().compareTo(other.location.get())
        : Boolean.compare(location.isEmpty(), other.location.isEmpty());
  }
}
