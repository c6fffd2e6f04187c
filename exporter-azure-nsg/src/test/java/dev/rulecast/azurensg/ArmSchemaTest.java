package dev.rulecast.azurensg;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rulecast.azurensg.NsgExamples.Example;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every template keeps to a schema that is stricter than Microsoft's own. */
class ArmSchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text("nsg-template.schema.json"), InputFormat.JSON);

  private static String text(String resource) {
    try (InputStream stream = ArmSchemaTest.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.rulecast.azurensg.NsgExamples#allAndHostile")
  void isValid(Example example) {
    String json = example.files().get("azuredeploy.json");
    assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
  }

  /** The schema can say no: one change each to a template that is right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          "protocol": "Tcp"                | "protocol": "TCP"
          "protocol": "Tcp"                | "protocol": "Icmpv6"
          "protocol": "Tcp"                | "protocol": "Icmp"
          "protocol": "Tcp"                | "protocl": "Tcp"
          "priority": 2838                 | "priority": "2838"
          "priority": 2838                 | "priority": 99
          "priority": 2838                 | "priority": 4097
          "priority": 2838                 | "priority": 700
          "destinationPortRange": "53"     | "destinationPortRange": 53
          "destinationPortRange": "53"     | "destinationPortRange": "53,54"
          "destinationPortRange": "53"     | "destinationPortRange": "70000"
          "10.20.0.53/32"                  | "10.20.0.53/33"
          "10.20.0.53/32"                  | "10.20.0.53-10.20.0.54"
          "10.20.0.53/32"                  | ""
          "destinationAddressPrefix": "10.20.0.53/32" | "destinationAddressPrefixes": ["10.20.0.53/32"]
          "destinationAddressPrefix": "10.20.0.53/32" | "destinationAddressPrefixes": ["10.0.0.0/32", "*"]
          "destinationAddressPrefix": "10.20.0.53/32" | "destinationAddressPrefixes": ["10.0.0.0/32", "2001:db8::/64"]
          "destinationAddressPrefix": "10.20.0.53/32" | "access": "Allow"
          "destinationAddressPrefix": "10.20.0.53/32" | "destinationAddressPrefix": "*", "destinationAddressPrefixes": ["10.0.0.0/32", "10.0.1.0/32"]
          "DNS client"                     | "[resourceGroup().id]"
          "DNS client"                     | ""
          "Allow-auditor-server-to-dns-server-Tcp-53-from-1024-65535-In" | "Allow it"
          "Allow-auditor-server-to-dns-server-Tcp-53-from-1024-65535-In" | "DenyAllInBound"
          "location": "[parameters('location')]" | "location": "westeurope"
          "2025-05-01"                     | "2015-06-15"
          """)
  void refusesWhatAzureWould(String right, String wrong) {
    String json = NsgExamples.export(NsgExamples.production(), Map.of()).get("azuredeploy.json");
    assertThat(json).contains(right);
    assertThat(SCHEMA.validate(json.replace(right, wrong), InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void knowsLongDescriptions() {
    String json = NsgExamples.export(NsgExamples.production(), Map.of()).get("azuredeploy.json");
    String full = json.replace("DNS client", "x".repeat(140));
    assertThat(SCHEMA.validate(full, InputFormat.JSON)).isEmpty();
    assertThat(SCHEMA.validate(full.replace("xxx\"", "xxxx\""), InputFormat.JSON)).isNotEmpty();
  }
}
