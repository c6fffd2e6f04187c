package dev.rulecast.azurensg;

import dev.rulecast.testkit.InputCheck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives values to the parameters of a template, and looks whether the deployment is refused. */
final class ArmInputs implements InputCheck {
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

  private static String camelCase(String id) {
    return Pattern.compile("-(.)").matcher(id).replaceAll(m -> m.group(1).toUpperCase());
  }
}
