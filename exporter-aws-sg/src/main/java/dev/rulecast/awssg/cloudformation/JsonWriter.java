package dev.rulecast.awssg.cloudformation;

import dev.rulecast.awssg.cloudformation.StackTemplate.Different;
import dev.rulecast.awssg.cloudformation.StackTemplate.Group;
import dev.rulecast.awssg.cloudformation.StackTemplate.Output;
import dev.rulecast.awssg.cloudformation.StackTemplate.Parameter;
import dev.rulecast.awssg.cloudformation.StackTemplate.Rule;
import dev.rulecast.awssg.cloudformation.StackTemplate.RuleResource;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes a template as JSON, in ASCII. Its order is that of the YAML. */
final class JsonWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private final JsonGenerator json;

  private JsonWriter(JsonGenerator json) {
    this.json = json;
  }

  static void write(StackTemplate template, Writer out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(layout(), out)) {
      new JsonWriter(json).template(template);
      json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  /** Two spaces, line feeds, and a space behind colons alone. */
  private static ObjectWriteContext layout() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    PrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(lines)
            .withArrayIndenter(lines);
    return new ObjectWriteContext.Base() {
      @Override
      public PrettyPrinter getPrettyPrinter() {
        return printer;
      }

      @Override
      public boolean hasPrettyPrinter() {
        return true;
      }
    };
  }

  private void template(StackTemplate template) {
    json.writeStartObject();
    text("AWSTemplateFormatVersion", "2010-09-09");
    text("Description", template.description());
    if (!template.parameters().isEmpty()) {
      json.writeObjectPropertyStart("Parameters");
      template.parameters().forEach(this::parameter);
      json.writeEndObject();
    }
    if (!template.different().isEmpty()) {
      json.writeObjectPropertyStart("Rules");
      json.writeObjectPropertyStart("DifferentPrefixLists");
      json.writeArrayPropertyStart("Assertions");
      template.different().forEach(this::different);
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeObjectPropertyStart("Resources");
    template.groups().forEach(this::group);
    json.writeEndObject();
    if (!template.outputs().isEmpty()) {
      json.writeObjectPropertyStart("Outputs");
      template.outputs().forEach(this::output);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void parameter(Parameter parameter) {
    json.writeObjectPropertyStart(parameter.name());
    text("Type", parameter.type());
    text("Description", parameter.description());
    if (!parameter.pattern().isEmpty()) {
      text("AllowedPattern", parameter.pattern());
      text("ConstraintDescription", parameter.constraint());
    }
    json.writeEndObject();
  }

  private void different(Different different) {
    json.writeStartObject();
    json.writeObjectPropertyStart("Assert");
    json.writeArrayPropertyStart("Fn::Not");
    json.writeStartObject();
    json.writeArrayPropertyStart("Fn::Equals");
    value(Value.parameter(different.parameter()));
    value(different.other());
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    text("AssertDescription", different.message());
    json.writeEndObject();
  }

  private void group(Group group) {
    if (group.created()) {
      json.writeObjectPropertyStart(group.logicalId());
      text("Type", "AWS::EC2::SecurityGroup");
      metadata(group.ignoredChecks());
      json.writeObjectPropertyStart("Properties");
      group.properties().forEach(this::property);
      inline("SecurityGroupIngress", group.ingress());
      inline("SecurityGroupEgress", group.egress());
      json.writeArrayPropertyStart("Tags");
      json.writeStartObject();
      text("Key", "Name");
      text("Value", group.name());
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
    group.rules().forEach(this::resource);
  }

  private void metadata(List<String> ignoredChecks) {
    if (!ignoredChecks.isEmpty()) {
      json.writeObjectPropertyStart("Metadata");
      json.writeObjectPropertyStart("cfn-lint");
      json.writeObjectPropertyStart("config");
      json.writeArrayPropertyStart("ignore_checks");
      ignoredChecks.forEach(json::writeString);
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private void inline(String name, List<Rule> rules) {
    if (!rules.isEmpty()) {
      json.writeArrayPropertyStart(name);
      for (Rule rule : rules) {
        json.writeStartObject();
        rule.properties().forEach(this::property);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void resource(RuleResource resource) {
    json.writeObjectPropertyStart(resource.logicalId());
    text("Type", resource.type());
    metadata(resource.ignoredChecks());
    json.writeObjectPropertyStart("Properties");
    resource.rule().properties().forEach(this::property);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void output(Output output) {
    json.writeObjectPropertyStart(output.name());
    text("Description", output.description());
    property(Property.groupId("Value", output.group()));
    json.writeEndObject();
  }

  private void property(Property property) {
    json.writeName(property.name());
    value(property.value());
  }

  private void value(Value value) {
    switch (value.kind()) {
      case TEXT -> json.writeString(TemplateText.literal(value.text()));
      case NUMBER -> json.writeNumber(Integer.parseInt(value.text()));
      case PARAMETER -> {
        json.writeStartObject();
        json.writeStringProperty("Ref", value.text());
        json.writeEndObject();
      }
      case GROUP_ID -> {
        json.writeStartObject();
        json.writeArrayPropertyStart("Fn::GetAtt");
        json.writeString(value.text());
        json.writeString("GroupId");
        json.writeEndArray();
        json.writeEndObject();
      }
    }
  }

  private void text(String name, String value) {
    json.writeStringProperty(name, TemplateText.literal(value));
  }
}
