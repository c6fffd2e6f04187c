package dev.rulecast.importer;

import java.util.Set;

/** What a word in a cell of ports means. */
enum PortWord {
  /** TCP or UDP. */
  PROTOCOL,
  AND,
  OR,
  /** Says nothing that the numbers do not say. */
  FILLER,
  /** Announces a range. */
  DYNAMIC,
  EVERY,
  /** A port that is chosen on installation. */
  CUSTOM,
  /** Begins a remark. */
  FOR,
  /** Is a remark. */
  SERVICE,
  UNKNOWN;

  private static final Set<String> FILLERS = Set.of("port", "ports", "range", "ranges", "number");
  private static final Set<String> DYNAMICS = Set.of("dynamic", "ephemeral");
  private static final Set<String> EVERIES = Set.of("any", "all", "every");
  private static final Set<String> CUSTOMS =
      Set.of("custom", "configurable", "user-defined", "customizable", "custom-defined");

  static PortWord of(String word) {
    if (ProtocolCell.transport(word).isPresent()) {
      return PROTOCOL;
    }
    if (FILLERS.contains(word)) {
      return FILLER;
    }
    if (DYNAMICS.contains(word)) {
      return DYNAMIC;
    }
    if (EVERIES.contains(word)) {
      return EVERY;
    }
    if (CUSTOMS.contains(word)) {
      return CUSTOM;
    }
    return switch (word) {
      case "and" -> AND;
      case "or" -> OR;
      case "for" -> FOR;
      default -> Trade.SERVICES.contains(word) ? SERVICE : UNKNOWN;
    };
  }
}
