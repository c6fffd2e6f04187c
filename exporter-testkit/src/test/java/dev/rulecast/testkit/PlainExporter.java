package dev.rulecast.testkit;

import dev.rulecast.exporter.Capabilities;
import dev.rulecast.exporter.Demand;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.model.Platform;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Policy;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A right exporter: one line for each demand, texts in a syntax of its own. */
public class PlainExporter implements RuleExporter {
  private static final ExporterInfo INFO = info(Capabilities.exact());

  static ExporterInfo info(Capabilities capabilities) {
    return ExporterInfo.of(
        "plain", "Plain lines", "1", Platform.of("plain", "plain lines"), capabilities);
  }

  @Override
  public ExporterInfo info() {
    return INFO;
  }

  @Override
  public void export(Policy policy, ExportContext context) throws IOException {
    List<Demand> written = new ArrayList<>();
    for (Demand demand : context.demands()) {
      if (demand.peer().isBound() && demand.endpoint().isBound()) {
        account(context, demand);
        written.add(demand);
      } else {
        context.outcome(demand, Outcome.unsupported("an end has no addresses"));
      }
    }
    if (!written.isEmpty()) {
      write(written, context);
    }
  }

  /** Accounts for a demand that is written. */
  void account(ExportContext context, Demand demand) {
    context.written(demand);
  }

  /** Writes the demands. */
  void write(Collection<Demand> demands, ExportContext context) throws IOException {
    try (Writer out = context.file("rules.txt")) {
      for (Demand demand : demands) {
        out.write(line(demand) + "\n");
      }
    }
  }

  /** One demand. */
  String line(Demand demand) {
    return String.join(
        " ",
        demand.side().word(),
        place(demand.endpoint()),
        place(demand.peer()),
        demand instanceof dev.rulecast.exporter.FlowDemand flow
            ? flow.flow().action().word()
                + " "
                + flow.flow().traffic().protocol()
                + " "
                + text(flow.flow().traffic().service())
                + " "
                + text(String.join("; ", flow.flow().purposes()))
            : "predefined");
  }

  private static String place(Endpoint endpoint) {
    return endpoint.id() + "=" + endpoint.addresses().toString().replace(" ", "");
  }

  /** A text between bars; everything but letters, digits and a few others by its code point. */
  String text(String text) {
    StringBuilder safe = new StringBuilder("|");
    text.codePoints()
        .forEach(
            c -> {
              boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '/');
              safe.append(plain ? Character.toString(c) : "<" + Integer.toHexString(c) + ">");
            });
    return safe.append('|').toString();
  }

  /** The texts of lines: what an independent parser would read. */
  static List<String> texts(Collection<String> files) {
    List<String> texts = new ArrayList<>();
    for (String file : files) {
      String[] parts = file.split("\\|", -1);
      for (int i = 1; i < parts.length; i += 2) {
        StringBuilder text = new StringBuilder();
        for (String piece : parts[i].split("(?=<)")) {
          int end = piece.indexOf('>');
          if (end < 0) {
            text.append(piece);
          } else {
            text.appendCodePoint(Integer.parseInt(piece.substring(1, end), 16));
            text.append(piece.substring(end + 1));
          }
        }
        texts.add(text.toString());
      }
    }
    return texts;
  }
}
