package dev.rulecast.azurensg;

import dev.rulecast.testkit.InputCheck;
import dev.rulecast.testkit.nsg.NsgNetworks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Gives values to the parameters of a template, and looks whether the deployment is refused. */
final class ArmInputs implements InputCheck {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "((?:IPv[46] a|A)ddresses) of ([a-z0-9-]+)(?: \\(.*\\))?: networks such as \\S+ or \\S+, all (?:IPv4 or all IPv6|(IPv[46]))\\.");
  private static final Pattern PARAMETER = Pattern.compile("\"(\\w+)Prefixes(Ipv[46])?\": \\{");

  @Override
  public boolean refuses(Map<String, String> files, String endpoint, List<String> given) {
    String template = files.getOrDefault("azuredeploy.json", "");
    Map<String, List<String>> values = new HashMap<>();
    Matcher parameter = PARAMETER.matcher(template);
    while (parameter.find()) {
      boolean tried = parameter.group(1).equals(camelCase(endpoint));
      String name = parameter.group().substring(1, parameter.group().indexOf('"', 1));
      values.put(name, tried ? given : right());
    }
    try {
      ArmTemplate.deploy(template, values);
      return false;
    } catch (ArmTemplate.Refused e) {
      return true;
    }
  }

  /** What the parameters of a template ask for, by their descriptions. */
  static Map<String, List<String>> given(String template, NsgNetworks networks) {
    Map<String, List<String>> given = new HashMap<>();
    JSON.readTree(template)
        .path("parameters")
        .properties()
        .forEach(
            parameter -> {
              Matcher description =
                  DESCRIPTION.matcher(
                      parameter.getValue().path("metadata").path("description").asString(""));
              if (description.lookingAt()) {
                String family = description.group(3) == null ? "" : description.group(3);
                given.put(parameter.getKey(), networks.give(description.group(2), family));
              }
            });
    return given;
  }

  private static String camelCase(String id) {
    return Pattern.compile("-(.)").matcher(id).replaceAll(m -> m.group(1).toUpperCase());
  }
}
