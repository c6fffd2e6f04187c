package dev.rulecast.cli;

import dev.rulecast.exporter.Capabilities;
import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.Option;
import dev.rulecast.exporter.RuleExporter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rulecast exporters}. */
@Command(
    name = "exporters",
    description = "List the installed exporters: id, title, version, options, capabilities.")
final class ExportersCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  private final Session session;

  ExportersCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    for (RuleExporter exporter : common.exporters(session).byId().values()) {
      if (common.json()) {
        JsonExporters.write(exporter.info(), session.out());
      } else {
        print(exporter.info(), session.out());
      }
    }
    session.out().flush();
    return ExitCode.OK;
  }

  private static void print(ExporterInfo info, PrintWriter out) {
    out.println(info.id() + " " + info.version() + " - " + info.title());
    out.println("  platform: " + info.platform().id() + " (" + info.platform().title() + ")");
    limits(info.capabilities()).forEach(limit -> out.println("  " + limit));
    for (Option<?> option : info.options()) {
      out.println(
          "  -O %s.%s=%s (default: %s)"
              .formatted(info.id(), option.name(), option.allowed(), option.defaultText()));
      out.println("     " + option.description());
    }
  }

  /** What the platform's rules cannot express, in words. */
  static List<String> limits(Capabilities capabilities) {
    List<String> limits = new ArrayList<>();
    List<String> widened = capabilities.widened().stream().sorted().map(Dimension::word).toList();
    if (!widened.isEmpty()) {
      limits.add("wider in: " + String.join(", ", widened));
    }
    if (!capabilities.deny()) {
      limits.add("no deny rules");
    }
    if (!capabilities.outbound()) {
      limits.add("no outbound rules");
    }
    if (!capabilities.everyProtocol()) {
      limits.add("only tcp, udp, icmp, esp, ah and any");
    }
    return limits;
  }
}
