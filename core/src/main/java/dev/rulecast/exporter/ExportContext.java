package dev.rulecast.exporter;

import dev.rulecast.policy.Endpoint;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an exporter is given for one run. Valid until {@link RuleExporter#export} returns. */
public interface ExportContext {
  /**
   * What this exporter has to write, in canonical order. The core has already accounted for what
   * its capabilities rule out.
   */
  List<Demand> demands();

  /** The value of one of the exporter's own options. */
  <T> T option(Option<T> option);

  /** The settings of an endpoint for the exporter's platform, if it has any. */
  <S extends Record> Optional<S> settings(Endpoint endpoint, Class<S> type);

  /**
   * Begins a file of the output, as UTF-8. The caller closes it, and may have several open at once.
   *
   * @param path relative to the exporter's folder, with {@code /}; its parts consist of letters,
   *     digits, {@code .}, {@code _} and {@code -}
   * @throws PluginException if the path leaves the folder, occurs twice, or differs from another
   *     only in case
   */
  Writer file(String path) throws IOException;

  /**
   * Accounts for a demand that was written as {@link Demand#expected()} says.
   *
   * @throws PluginException if it is accounted for already
   */
  default void written(Demand demand) {
    outcome(demand, demand.expected());
  }

  /**
   * Accounts for a demand.
   *
   * @throws PluginException if it is accounted for already or is not one of {@link #demands()}, if
   *     it is a deny and the outcome is wider, or if the outcome is wider in a dimension that the
   *     exporter's capabilities do not name
   */
  void outcome(Demand demand, Outcome outcome);

  /** Tells the user something about the output that no outcome says. One sentence. */
  void warning(String message);

  /** What {@link #remember} was given by the export that wrote the present folder; else empty. */
  Map<String, String> previous();

  /** Keeps a small map for the next export; the last call counts. */
  void remember(Map<String, String> map);
}
