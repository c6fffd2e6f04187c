package dev.rulecast.azurensg;

import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Policy;
import dev.rulecast.policy.RuleSetTitle;
import dev.rulecast.readme.Widenings;
import dev.rulecast.template.Code;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The plan as {@code main.bicep}. */
final class BicepFile {
  private static final Code NONE = new Code("");

  private final Policy policy;
  private final AzureNsgPlan plan;
  private final RuleShape shape;
  private final TemplateNames names;

  BicepFile(Policy policy, AzureNsgPlan plan, RuleShape shape, TemplateNames names) {
    this.policy = policy;
    this.plan = plan;
    this.shape = shape;
    this.names = names;
  }

  /** Writes the file and leaves the writer open. */
  void write(Templates templates, Writer out) throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("inline", shape == RuleShape.INLINE);
    model.put("description", Texts.template(shape));
    model.put("ruleSets", policy.ruleSets().stream().map(RuleSetTitle::name).toList());
    model.put("location", Texts.location());
    model.put("tags", Texts.tags());
    model.put("nameParameters", nameParameters());
    model.put("inputs", inputs());
    model.put("groupType", new Code(ResourceTypes.GROUP + "@" + ResourceTypes.API_VERSION));
    model.put("ruleType", new Code(ResourceTypes.RULE + "@" + ResourceTypes.API_VERSION));
    templates.render("main.bicep.ftl", model, out);
    for (NetworkSecurityGroup group : plan.groups()) {
      model.put("group", view(group));
      templates.render("group.bicep.ftl", model, out);
    }
    if (shape == RuleShape.INLINE) {
      model.put("outputs", plan.groups().stream().map(this::output).toList());
      templates.render("outputs.bicep.ftl", model, out);
    }
  }

  /** The parameters for the names of groups, if there are any. */
  List<ParameterView> nameParameters() {
    return names.hasNameParameters()
        ? plan.groups().stream().map(this::nameParameter).toList()
        : List.of();
  }

  private ParameterView nameParameter(NetworkSecurityGroup group) {
    String name = names.nameParameter(group);
    return new ParameterView(
        new Code(name), name, Texts.groupName(group, shape), group.name(), NONE, NONE, NONE);
  }

  /** The parameters for addresses. */
  List<ParameterView> inputs() {
    return plan.inputs().stream().map(this::input).toList();
  }

  private ParameterView input(PrefixInput input) {
    String name = names.parameter(input);
    boolean ipv6 = input.family().filter(family -> family == IpFamily.IPV6).isPresent();
    return new ParameterView(
        new Code(name),
        name,
        Texts.input(input),
        "",
        new Code(names.checked(input)),
        new Code(check(input)),
        new Code(ipv6 ? "[\"2001:db8::/64\"]" : "[\"192.0.2.0/24\"]"));
  }

  /** The same expression as in {@code azuredeploy.json}; see there. */
  private String check(PrefixInput input) {
    String parameter = names.parameter(input);
    String hasColon = "contains(prefix, ':')";
    String family =
        input
            .family()
            .map(only -> only == IpFamily.IPV6 ? hasColon : "!" + hasColon)
            .orElse("%s == contains(first(%s), ':')".formatted(hasColon, parameter));
    // Parentheses for people, and for parsers that know less of precedence than the compiler.
    return ("map(%s, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}')"
            + " && (parseCidr(prefix).cidr > 0) && (%s) ? prefix : fail('%s')))")
        .formatted(parameter, family, Bicep.escape(Texts.refusal(parameter, input)));
  }

  private GroupView view(NetworkSecurityGroup group) {
    return new GroupView(
        group.endpoints().stream().map(BicepFile::heading).toList(),
        new Code(names.resource(group)),
        new Code(names.hasNameParameters() ? names.nameParameter(group) : "'" + group.name() + "'"),
        new Code(names.rulesVariable(group)),
        new Code(names.ruleResources(group)),
        group.rules().stream().map(this::view).toList());
  }

  private static String heading(Endpoint endpoint) {
    return endpoint.title().equals(endpoint.id())
        ? endpoint.id()
        : endpoint.id() + ": " + endpoint.title();
  }

  private GroupView.RuleView view(NsgRule rule) {
    return new GroupView.RuleView(
        Widenings.comments(rule.widenings()),
        rule.name(),
        Property.of(rule).stream().map(this::view).toList());
  }

  private GroupView.PropertyView view(Property property) {
    Code name = new Code(property.name());
    if (property.value() instanceof Property.Value.Text text) {
      return new GroupView.PropertyView(name, text.text(), List.of(), List.of(), NONE);
    }
    if (property.value() instanceof Property.Value.Texts texts) {
      return new GroupView.PropertyView(name, "", texts.texts(), List.of(), NONE);
    }
    if (property.value() instanceof Property.Value.Groups groups) {
      List<Code> ids = groups.groups().stream().map(ResourceTypes::id).map(Code::new).toList();
      return new GroupView.PropertyView(name, "", List.of(), ids, NONE);
    }
    if (property.value() instanceof Property.Value.Given given) {
      Code checked = new Code(names.checked(given.input()));
      return new GroupView.PropertyView(name, "", List.of(), List.of(), checked);
    }
    Property.Value.Whole whole = (Property.Value.Whole) property.value();
    Code digits = new Code(Integer.toString(whole.number()));
    return new GroupView.PropertyView(name, "", List.of(), List.of(), digits);
  }

  private ParameterView output(NetworkSecurityGroup group) {
    Code resource = new Code(names.resource(group));
    return new ParameterView(resource, group.name(), "", "", NONE, NONE, NONE);
  }
}
