package dev.rulecast.exporter;

import dev.rulecast.policy.Policy;
import java.io.IOException;

/**
 * Writes a policy in the language of one platform. Found with {@link java.util.ServiceLoader};
 * stateless, with a public constructor without parameters.
 */
public interface RuleExporter {
  /** What it is called, what it takes and what it can express; the same at every call. */
  ExporterInfo info();

  /**
   * Writes the files and accounts for every one of {@link ExportContext#demands()}. The same
   * policy, options and {@link ExportContext#previous()} give the same bytes: no clock, locale,
   * host or hash order.
   *
   * <p>What the user could have avoided is an {@link Outcome} or a warning. Whatever is thrown is
   * taken for a defect of the exporter; its folder then stays as it was, and the other exporters
   * run all the same. They may run at the same time, in other threads.
   *
   * @throws IOException only if a writer of the context does
   */
  void export(Policy policy, ExportContext context) throws IOException;
}
