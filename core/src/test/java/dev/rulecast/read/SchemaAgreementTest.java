package dev.rulecast.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.read.SchemaCases.Beyond;
import dev.rulecast.read.SchemaCases.Case;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published schemas and the reader take the same documents, wherever a schema can tell. */
class SchemaAgreementTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final YAMLMapper YAML = YAMLMapper.builder().build();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema RULE_SET = schema("ruleset");
  private static final Schema ENVIRONMENT = schema("environment");

  private static Schema schema(String name) {
    return SCHEMAS.getSchema(Schemas.text(name).orElseThrow(), InputFormat.JSON);
  }

  @Test
  void sameVerdict() {
    Map<Beyond, Integer> judgedByTheReaderAlone = new EnumMap<>(Beyond.class);
    int valid = 0;
    int invalid = 0;
    List<String> differences = new ArrayList<>();
    for (Case one : SchemaCases.all()) {
      Set<String> ids = read(one);
      List<?> errors = validate(one);
      Optional<Beyond> beyond =
          one.beyond().or(() -> errors.isEmpty() ? implied(one, ids) : Optional.empty());
      if (beyond.isPresent()) {
        judgedByTheReaderAlone.merge(beyond.get(), 1, Integer::sum);
        boolean asExpected = !ids.isEmpty() && beyond.get().ids.containsAll(ids);
        if (!asExpected || !errors.isEmpty()) {
          differences.add(one + "\n  is marked " + beyond.get() + ": " + ids + " / " + errors);
        }
      } else if (ids.isEmpty() != errors.isEmpty()) {
        differences.add(one + "\n  reader: " + ids + "\n  schema: " + errors);
      } else if (ids.isEmpty()) {
        valid++;
      } else {
        invalid++;
      }
    }
    System.out.println(
        "Schema and reader agree on %s valid and %s invalid documents; the reader alone judges %s"
            .formatted(valid, invalid, judgedByTheReaderAlone));
    assertThat(differences).isEmpty();
    assertThat(valid).isGreaterThan(300);
    assertThat(invalid).isGreaterThan(1500);
    assertThat(judgedByTheReaderAlone).containsOnlyKeys(Beyond.values());
  }

  private static Optional<Beyond> implied(Case one, Set<String> ids) {
    return one.possibly().stream()
        .filter(beyond -> !ids.isEmpty() && beyond.ids.containsAll(ids))
        .findFirst();
  }

  private static List<?> validate(Case one) {
    return (one.environment() ? ENVIRONMENT : RULE_SET)
        .validate(
            one.document(),
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  /** The ids of what the reader finds wrong, the same for the document as JSON and as YAML. */
  private static Set<String> read(Case one) {
    Set<String> json = read(one, Reading.json(JSON.writeValueAsString(one.document())));
    if (!JSON.writeValueAsString(one.document()).matches("(?s).*\\\\u[dD][89a-fA-F].*")) {
      Set<String> yaml = read(one, Reading.yaml(YAML.writeValueAsString(one.document())));
      assertThat(yaml).as("YAML and JSON of " + one).isEqualTo(json);
    }
    return json;
  }

  private static Set<String> read(Case one, Input input) {
    Reading reading = one.environment() ? Reading.ofEnvironment(input) : Reading.ofRuleSets(input);
    assertThat(reading.found()).allSatisfy(d -> assertThat(d.hint()).isPresent());
    return reading.found().stream()
        .map(Diagnostic::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyObjectOfTheSchemasIsClosedAndDescribed() {
    for (String name : Schemas.NAMES) {
      JsonNode schema = JSON.readTree(Schemas.text(name).orElseThrow());
      assertThat(schema.path("$schema").asString()).endsWith("draft/2020-12/schema");
      assertThat(schema.path("$id").asString())
          .isEqualTo("https://rulecast.dev/schema/v1/" + name + ".json");
      closed(schema, name);
    }
  }

  private static void closed(JsonNode node, String path) {
    boolean object = "object".equals(node.path("type").asString(""));
    if (object && !path.endsWith("/settings/additionalProperties")) {
      assertThat(node.has("additionalProperties")).as(path).isTrue();
      assertThat(node.has("title") && node.has("description")).as("words of " + path).isTrue();
    }
    if (node.isObject()) {
      node.properties().forEach(e -> closed(e.getValue(), path + "/" + e.getKey()));
    }
    if (node.path("properties").isObject() && object) {
      node.path("properties")
          .properties()
          .forEach(e -> assertThat(described(e.getValue())).as(path + " " + e.getKey()).isTrue());
    }
  }

  private static boolean described(JsonNode property) {
    return property.has("description") || property.has("$ref") || property.has("title");
  }

  @Test
  void namesOtherThanTheTwoHaveNoSchema() {
    assertThat(Schemas.text("policy")).isEmpty();
    assertThat(Schemas.text("../read/ruleset")).isEmpty();
  }
}
