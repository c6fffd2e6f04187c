package dev.rulecast.cli;

import dev.rulecast.exporter.Capabilities;
import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.Exporters;
import dev.rulecast.exporter.Option;
import dev.rulecast.exporter.RuleExporter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JsonGenerator;

/** {@code rulecast exporters}. */
final class ExportersCommand implements Callable<Integer> {
  private final PluginFolders plugins = new PluginFolders();
  private final CommonOptions common = new CommonOptions();
  private final Session session;

  ExportersCommand(Session session) {
    this.session = session;
  }

  CommandSpec spec() {
    CommandSpec spec = Commands.spec("exporters", this);
    spec.usageMessage()
        .description("List the installed exporters: id, version, title, limits and options.")
        .footerHeading("%nExample:%n")
        .footer("  rulecast exporters --plugins ~/rulecast-plugins");
    plugins.addTo(spec);
    common.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() {
    Exporters exporters = plugins.exporters(session);
    for (RuleExporter exporter : exporters.byId().values()) {
      if (common.json()) {
        new JsonLines(session.out()).print(line -> write(exporter.info(), line));
      } else {
        print(exporter.info(), session.out());
      }
    }
    return plugins.reportProblems(exporters, session, common);
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
  private static List<String> limits(Capabilities capabilities) {
    List<String> limits = new ArrayList<>();
    if (!capabilities.widened().isEmpty()) {
      limits.add("wider in: " + String.join(", ", widened(capabilities)));
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

  private static List<String> widened(Capabilities capabilities) {
    return capabilities.widened().stream().sorted().map(Dimension::word).toList();
  }

  private static void write(ExporterInfo info, JsonGenerator json) {
    json.writeStringProperty("id", info.id());
    json.writeStringProperty("title", info.title());
    json.writeStringProperty("version", info.version());
    json.writeStringProperty("platform", info.platform().id());
    Capabilities capabilities = info.capabilities();
    JsonLines.strings(json, "wider", widened(capabilities));
    json.writeBooleanProperty("deny", capabilities.deny());
    json.writeBooleanProperty("outbound", capabilities.outbound());
    json.writeBooleanProperty("everyProtocol", capabilities.everyProtocol());
    JsonLines.strings(json, "predefined", new TreeSet<>(capabilities.predefinedPlatforms()));
    json.writeArrayPropertyStart("options");
    for (Option<?> option : info.options()) {
      json.writeStartObject();
      json.writeStringProperty("name", option.name());
      json.writeStringProperty("description", option.description());
      json.writeStringProperty("allowed", option.allowed());
      json.writeStringProperty("default", option.defaultText());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
