package dev.rulecast.importer;

import dev.rulecast.model.Cidr;
import dev.rulecast.model.IpRange;
import java.util.List;
import java.util.SortedMap;

/** Writes the environment for endpoints whose addresses stand in tables. */
final class EnvironmentWriter {
  private EnvironmentWriter() {}

  static String write(SortedMap<String, List<IpRange>> addresses, List<String> files) {
    StringBuilder out = new StringBuilder();
    out.append("# Addresses in the tables of ")
        .append(Yaml.comment(String.join(", ", files)))
        .append(". Review them before you commit them.\n")
        .append("apiVersion: rulecast/v1\n")
        .append("kind: Environment\n")
        .append("metadata:\n")
        .append("  name: imported\n")
        .append("endpoints:\n");
    addresses.forEach(
        (id, ranges) ->
            out.append("  ")
                .append(id)
                .append(":\n    addresses: ")
                .append(Yaml.list(ranges.stream().map(EnvironmentWriter::text).distinct().toList()))
                .append('\n'));
    return out.toString();
  }

  private static String text(IpRange range) {
    List<Cidr> cidrs = range.toCidrs();
    boolean block = cidrs.size() == 1 && !range.first().equals(range.last());
    return block ? cidrs.get(0).toString() : range.toString();
  }
}
