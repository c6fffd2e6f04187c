package dev.rulecast.terraform.azurerm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.terraform.azurerm.AzurermRoot.Call;
import dev.rulecast.terraform.hcl.EvaluatedModule;
import dev.rulecast.terraform.hcl.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A module of network security groups as Terraform would plan it, without Terraform. */
final class EvaluatedAzurerm {
  private static final JsonMapper JSON = new JsonMapper();

  private final Call call;
  private final EvaluatedModule module;

  EvaluatedAzurerm(Call call) {
    this.call = call;
    this.module =
        EvaluatedModule.of(Provider.AZURERM, call.files(), call.arguments(), EvaluatedAzurerm::id);
  }

  /** What the root module's provider finds. */
  private static String id(String address, SortedMap<String, Object> arguments) {
    return address.startsWith("data.azurerm_application_security_group.")
        ? "/subscriptions/%s/resourceGroups/%s/providers/Microsoft.Network/applicationSecurityGroups/%s"
            .formatted(
                AzurermRoot.SUBSCRIPTION,
                arguments.get("resource_group_name"),
                arguments.get("name"))
        : "id of " + address;
  }

  /** The messages of what the module refuses. */
  List<String> refusals() {
    return module.refusals();
  }

  /** The part of Terraform's JSON plan that {@link PlannedGroups} reads. */
  JsonNode plan() {
    return JSON.valueToTree(Map.of("resource_changes", module.changes(call.address())));
  }

  /** Requires that Terraform plans every argument of every resource as this class does. */
  void requireSame(JsonNode plan) {
    assertThat(refusals()).as(call.name()).isEmpty();
    SortedMap<String, Object> expected = arguments(plan);
    assertThat(expected).as(call.name()).isNotEmpty();
    assertThat(arguments(plan())).as(call.name()).containsExactlyInAnyOrderEntriesOf(expected);
  }

  /** What is given, by address; the provider gives the id. */
  private SortedMap<String, Object> arguments(JsonNode plan) {
    SortedMap<String, Object> all = new TreeMap<>();
    for (JsonNode change : plan.path("resource_changes")) {
      if (change.path("module_address").asString("").equals(call.address())) {
        SortedMap<String, Object> arguments = new TreeMap<>();
        for (Map.Entry<String, JsonNode> argument :
            change.path("change").path("after").properties()) {
          String name = argument.getKey();
          JsonNode value = argument.getValue();
          if (name.equals("location")) {
            arguments.put(name, region(value.asString()));
          } else if (!value.isNull() && !name.equals("id")) {
            arguments.put(name, value);
          }
        }
        all.put(change.path("address").asString(), arguments);
      }
    }
    return all;
  }

  /** The provider has its own way to write the name of a region. */
  private static String region(String name) {
    return name.replace(" ", "").toLowerCase(Locale.ROOT);
  }
}
