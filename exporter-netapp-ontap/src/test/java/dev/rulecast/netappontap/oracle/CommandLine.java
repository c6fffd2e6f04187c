package dev.rulecast.netappontap.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line as it is typed.
 *
 * @param words the command
 * @param parameters with their values
 */
record CommandLine(String words, Map<String, String> parameters) {
  /** Reads a line; absent if a terminal or ONTAP would take it for something else. */
  static Optional<CommandLine> parse(String line) {
    List<String> words = new ArrayList<>();
    Map<String, String> parameters = new LinkedHashMap<>();
    String name = "";
    for (String token : line.split(" ", -1)) {
      boolean isParameter = token.matches("-[a-z]+(-[a-z]+)*");
      // A lone asterisk is a query, which only `delete -service *` means.
      boolean isQuery = token.equals("*") && name.equals("-service");
      boolean isWord = isQuery || token.matches("(::)?[A-Za-z0-9_/][A-Za-z0-9_.:,/-]*");
      if (isParameter ? !name.isEmpty() : !isWord || token.contains("..")) {
        return Optional.empty();
      }
      if (isParameter) {
        name = token;
      } else if (name.isEmpty()) {
        if (!parameters.isEmpty()) {
          return Optional.empty();
        }
        words.add(token);
      } else {
        if (parameters.put(name, token) != null) {
          return Optional.empty();
        }
        name = "";
      }
    }
    return name.isEmpty()
        ? Optional.of(new CommandLine(String.join(" ", words), parameters))
        : Optional.empty();
  }

  String get(String parameter) {
    return parameters.getOrDefault(parameter, "");
  }

  boolean has(String parameter) {
    return parameters.containsKey(parameter);
  }
}
