package dev.rulecast.importer;

import java.util.List;
import java.util.Set;

/** Names rule sets after the headings above their tables. */
final class RuleSetNames {
  private static final List<String> ENDINGS =
      List.of("-protocols-and-ports", "-ports-and-protocols", "-port-requirements", "-ports");

  /** Names that no file can have on Windows. */
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6",
          "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
          "lpt8", "lpt9");

  private RuleSetNames() {}

  static String of(PortTable table) {
    String title = Texts.title(table.table().section().title(), table.source().stem());
    String name = Slug.of(EndpointName.plural(title), "table", "rules");
    for (String ending : ENDINGS) {
      if (name.endsWith(ending)) {
        String shorter = name.substring(0, name.length() - ending.length());
        name = Slug.of(shorter, "table", "rules");
        break;
      }
    }
    return DEVICES.contains(name) ? name + "-rules" : name;
  }
}
