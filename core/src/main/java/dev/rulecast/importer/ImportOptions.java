package dev.rulecast.importer;

import dev.rulecast.model.Protocol;
import java.util.Optional;
import java.util.Set;

/**
 * What tables leave out, and what platforms know.
 *
 * @param source who opens the connections of tables that do not say
 * @param destination who accepts the connections of tables that do not say
 * @param protocol the protocol of rows that do not say: TCP or UDP
 * @param windowsRules the names of the predefined rules of Windows; empty if nobody knows them
 */
public record ImportOptions(
    Optional<String> source,
    Optional<String> destination,
    Optional<Protocol> protocol,
    Set<String> windowsRules) {
  /** Nothing is added to what the tables say. */
  public static final ImportOptions NONE =
      new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

  /** Copies the names. */
  public ImportOptions {
    windowsRules = Set.copyOf(windowsRules);
  }
}
