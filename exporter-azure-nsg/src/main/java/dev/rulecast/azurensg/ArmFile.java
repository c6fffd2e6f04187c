package dev.rulecast.azurensg;

import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Policy;
import dev.rulecast.policy.RuleSetTitle;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** The plan as an ARM template, {@code azuredeploy.json}. */
final class ArmFile {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final Policy policy;
  private final AzureNsgPlan plan;
  private final RuleShape shape;
  private final TemplateNames names;
  private final JsonGenerator json;

  private ArmFile(
      Policy policy, AzureNsgPlan plan, RuleShape shape, TemplateNames names, JsonGenerator json) {
    this.policy = policy;
    this.plan = plan;
    this.shape = shape;
    this.names = names;
    this.json = json;
  }

  /** Writes the file and leaves the writer open. */
  static void write(
      Policy policy, AzureNsgPlan plan, RuleShape shape, TemplateNames names, Writer out)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(layout(), out)) {
      new ArmFile(policy, plan, shape, names, json).write();
      json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw new IllegalStateException("The template cannot be written as JSON.", e);
    }
  }

  private static ObjectWriteContext layout() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    PrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(lines)
            .withArrayIndenter(lines);
    return new ObjectWriteContext.Base() {
      @Override
      public boolean hasPrettyPrinter() {
        return true;
      }

      @Override
      public PrettyPrinter getPrettyPrinter() {
        return printer;
      }
    };
  }

  private void write() {
    json.writeStartObject();
    text(
        "$schema",
        "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#");
    text("contentVersion", "1.0.0.0");
    json.writeObjectPropertyStart("metadata");
    text("description", Texts.template(shape));
    texts("ruleSets", policy.ruleSets().stream().map(RuleSetTitle::name).toList());
    json.writeEndObject();
    parameters();
    variables();
    json.writeArrayPropertyStart("resources");
    for (NetworkSecurityGroup group : plan.groups()) {
      if (shape == RuleShape.INLINE) {
        group(group);
      } else {
        addedRules(group);
      }
    }
    json.writeEndArray();
    if (shape == RuleShape.INLINE) {
      outputs();
    }
    json.writeEndObject();
  }

  private void parameters() {
    boolean inline = shape == RuleShape.INLINE;
    if (!inline && !names.hasNameParameters() && plan.inputs().isEmpty()) {
      return;
    }
    json.writeObjectPropertyStart("parameters");
    if (inline) {
      json.writeObjectPropertyStart("location");
      text("type", "string");
      code("defaultValue", "resourceGroup().location");
      description(Texts.location());
      json.writeEndObject();
    }
    if (names.hasNameParameters()) {
      plan.groups().forEach(this::nameParameter);
    }
    plan.inputs().forEach(this::inputParameter);
    if (inline) {
      json.writeObjectPropertyStart("tags");
      text("type", "object");
      json.writeObjectPropertyStart("defaultValue");
      json.writeEndObject();
      description(Texts.tags());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void nameParameter(NetworkSecurityGroup group) {
    json.writeObjectPropertyStart(names.nameParameter(group));
    text("type", "string");
    text("defaultValue", group.name());
    json.writeNumberProperty("minLength", 1);
    json.writeNumberProperty("maxLength", RuleName.MAX_CHARS);
    description(Texts.groupName(group, shape));
    json.writeEndObject();
  }

  private void inputParameter(PrefixInput input) {
    json.writeObjectPropertyStart(names.parameter(input));
    text("type", "array");
    json.writeNumberProperty("minLength", 1);
    description(Texts.input(input));
    json.writeEndObject();
  }

  private void description(String text) {
    json.writeObjectPropertyStart("metadata");
    text("description", text);
    json.writeEndObject();
  }

  private void variables() {
    if (plan.inputs().isEmpty() && shape == RuleShape.INLINE) {
      return;
    }
    json.writeObjectPropertyStart("variables");
    for (PrefixInput input : plan.inputs()) {
      code(names.checked(input), check(input));
    }
    if (shape == RuleShape.CHILD) {
      for (NetworkSecurityGroup group : plan.groups()) {
        json.writeArrayPropertyStart(names.rulesVariable(group));
        group.rules().forEach(this::rule);
        json.writeEndArray();
      }
    }
    json.writeEndObject();
  }

  /**
   * What was given, or a failed deployment. Functions that compare, such as {@code parseCidr}, fail
   * it too where they are given no network at all. {@code main.bicep} has the same expression.
   */
  private String check(PrefixInput input) {
    String parameter = names.parameter(input);
    String item = "lambdaVariables('prefix')";
    String hasColon = "contains(" + item + ", ':')";
    String family =
        input
            .family()
            .map(only -> only == IpFamily.IPV6 ? hasColon : "not(" + hasColon + ")")
            .orElse(
                "equals(%s, contains(first(parameters('%s')), ':'))"
                    .formatted(hasColon, parameter));
    String network =
        "equals(%s, format('{0}/{1}', parseCidr(%s).network, parseCidr(%s).cidr))"
            .formatted(item, item, item);
    String narrow = "greater(parseCidr(%s).cidr, 0)".formatted(item);
    return "map(parameters('%s'), lambda('prefix', if(and(and(%s, %s), %s), %s, fail('%s'))))"
        .formatted(parameter, network, narrow, family, item, Texts.refusal(parameter, input));
  }

  private void group(NetworkSecurityGroup group) {
    json.writeStartObject();
    text("type", ResourceTypes.GROUP);
    text("apiVersion", ResourceTypes.API_VERSION);
    name(group);
    code("location", "parameters('location')");
    code("tags", "parameters('tags')");
    json.writeObjectPropertyStart("properties");
    json.writeArrayPropertyStart("securityRules");
    group.rules().forEach(this::rule);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void name(NetworkSecurityGroup group) {
    if (names.hasNameParameters()) {
      code("name", nameExpression(group));
    } else {
      text("name", group.name());
    }
  }

  /** Names have no character that means something in an expression. */
  private String nameExpression(NetworkSecurityGroup group) {
    return names.hasNameParameters()
        ? "parameters('%s')".formatted(names.nameParameter(group))
        : "'%s'".formatted(group.name());
  }

  /** Rules added one after another: Azure refuses parallel changes of one group. */
  private void addedRules(NetworkSecurityGroup group) {
    String variable = "variables('%s')".formatted(names.rulesVariable(group));
    json.writeStartObject();
    json.writeObjectPropertyStart("copy");
    text("name", names.ruleResources(group));
    code("count", "length(%s)".formatted(variable));
    text("mode", "serial");
    json.writeNumberProperty("batchSize", 1);
    json.writeEndObject();
    text("type", ResourceTypes.RULE);
    text("apiVersion", ResourceTypes.API_VERSION);
    code(
        "name",
        "format('{0}/{1}', %s, %s[copyIndex()].name)".formatted(nameExpression(group), variable));
    code("properties", "%s[copyIndex()].properties".formatted(variable));
    json.writeEndObject();
  }

  private void rule(NsgRule rule) {
    json.writeStartObject();
    text("name", rule.name());
    json.writeObjectPropertyStart("properties");
    Property.of(rule).forEach(this::property);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void property(Property property) {
    if (property.value() instanceof Property.Value.Whole whole) {
      json.writeNumberProperty(property.name(), whole.number());
    } else if (property.value() instanceof Property.Value.Texts texts) {
      texts(property.name(), texts.texts());
    } else if (property.value() instanceof Property.Value.Given given) {
      code(property.name(), "variables('%s')".formatted(names.checked(given.input())));
    } else if (property.value() instanceof Property.Value.Groups groups) {
      json.writeArrayPropertyStart(property.name());
      groups.groups().forEach(this::applicationGroup);
      json.writeEndArray();
    } else if (property.value() instanceof Property.Value.Text text) {
      text(property.name(), text.text());
    }
  }

  private void applicationGroup(ApplicationSecurityGroup group) {
    json.writeStartObject();
    code("id", ResourceTypes.id(group));
    json.writeEndObject();
  }

  private void outputs() {
    json.writeObjectPropertyStart("outputs");
    json.writeObjectPropertyStart("nsgIds");
    text("type", "object");
    json.writeObjectPropertyStart("value");
    for (NetworkSecurityGroup group : plan.groups()) {
      code(
          group.name(),
          "resourceId('%s', %s)".formatted(ResourceTypes.GROUP, nameExpression(group)));
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(text -> json.writeString(ArmText.literal(text)));
    json.writeEndArray();
  }

  private void text(String name, String text) {
    json.writeStringProperty(name, ArmText.literal(text));
  }

  private void code(String name, String expression) {
    json.writeStringProperty(name, "[" + expression + "]");
  }
}
