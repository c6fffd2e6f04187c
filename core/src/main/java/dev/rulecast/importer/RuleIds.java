package dev.rulecast.importer;

import dev.rulecast.model.Ids;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Names the rules of one rule set by what they let through and where: {@code
 * tcp-389-to-domain-controllers}. So a row that is added elsewhere changes no name. Where two rules
 * would have one name, the later one also says from where, and if need be is numbered.
 */
final class RuleIds {
  private static final int MAX_PORTS = 3;

  private final UniqueIds taken = new UniqueIds();

  /** From where the rules come that have the short names. */
  private final Map<String, String> sources = new HashMap<>();

  /** Takes an id that the table itself gives, if it is free. */
  boolean take(String id) {
    return taken.take(id);
  }

  String id(Draft draft, String source, String destination) {
    String traffic =
        draft.protocols().stream().map(Protocol::toString).collect(Collectors.joining("-"));
    if (Character.isDigit(traffic.charAt(0))) {
      traffic = "ip-" + traffic;
    }
    String what = traffic + ports(draft) + "-to-";
    String base = what + Slug.cut(destination, Math.max(8, Ids.MAX_CHARS - what.length()));
    base = Slug.cut(base, Ids.MAX_CHARS);
    if (taken.take(base)) {
      sources.put(base, source);
      return base;
    }
    boolean same = source.equals(sources.get(base));
    String longer = same ? base : Slug.cut(base + "-from-" + source, Ids.MAX_CHARS);
    return taken.unique(longer);
  }

  String predefined(PredefinedDraft draft) {
    List<String> groups =
        draft.names().stream()
            .map(name -> name.text().split(" \\(", 2)[0].strip())
            .distinct()
            .toList();
    String base = groups.size() == 1 ? Slug.of(groups.get(0), "windows", "rules") : "windows-rules";
    return taken.unique(base);
  }

  private static String ports(Draft draft) {
    StringBuilder ports = new StringBuilder();
    List<PortRange> ranges = draft.ports();
    for (PortRange range : ranges.subList(0, Math.min(MAX_PORTS, ranges.size()))) {
      ports.append('-').append(range);
    }
    if (ranges.size() > MAX_PORTS) {
      ports.append("-and-more");
    }
    return draft.custom() ? ports.append("-custom").toString() : ports.toString();
  }
}
