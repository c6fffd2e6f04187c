package dev.rulecast.awssg.cloudformation;

import dev.rulecast.testkit.InputCheck;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Judges the value of a parameter as CloudFormation does: the pattern matches all of it. */
final class PrefixListInputs implements InputCheck {
  @Override
  public boolean refuses(Map<String, String> files, String endpoint, List<String> given) {
    String file = files.containsKey("template.yaml") ? "template.yaml" : "template.json";
    Map<String, Object> template = TemplateReader.read(file, files.get(file));
    String name = DeployedStack.prefixLists(template).get(endpoint);
    Map<?, ?> parameter = (Map<?, ?>) ((Map<?, ?>) template.get("Parameters")).get(name);
    if (given.isEmpty() && !parameter.containsKey("Default")) {
      return true;
    }
    Pattern allowed = Pattern.compile((String) parameter.get("AllowedPattern"));
    return !allowed.matcher(String.join(",", given)).matches();
  }

  @Override
  public List<String> right() {
    return List.of("pl-0123456789abcdef0");
  }
}
