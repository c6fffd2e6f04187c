package dev.rulecast.terraform.azurerm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A root module for tests that calls many modules, since one run of Terraform with many modules
 * takes hardly longer than with one. Each has a resource group of its own, so that they have no
 * resource in common.
 */
final class AzurermRoot {
  private static final JsonMapper JSON = new JsonMapper();

  /** The subscription of the provider. */
  static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";

  private final Path folder;

  AzurermRoot(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  Path folder() {
    return folder;
  }

  /**
   * A module to call.
   *
   * @param name letters, digits and hyphens
   * @param files the files of the module
   * @param variables values besides the resource group and the location
   */
  record Call(String name, Map<String, String> files, Map<String, Object> variables) {
    /** In the plan. */
    String address() {
      return "module." + name;
    }

    /** The values of all variables that need one. */
    Map<String, Object> arguments() {
      Map<String, Object> arguments = new TreeMap<>(variables);
      arguments.putIfAbsent("resource_group_name", "rg-" + name);
      if (files.getOrDefault("variables.tf", "").contains("variable \"location\"")) {
        arguments.putIfAbsent("location", "westeurope");
      }
      return arguments;
    }
  }

  /** Writes the root module and the modules. */
  void write(Collection<Call> calls) throws IOException {
    Map<String, Object> modules = new TreeMap<>();
    for (Call call : calls) {
      put(call);
      Map<String, Object> arguments = call.arguments();
      arguments.put("source", "./modules/" + call.name);
      modules.put(call.name, arguments);
    }
    Map<String, Object> provider =
        Map.of("azurerm", Map.of("features", Map.of(), "subscription_id", SUBSCRIPTION));
    Files.writeString(
        folder.resolve("main.tf.json"),
        JSON.writeValueAsString(Map.of("provider", provider, "module", modules)));
  }

  /** Puts the files of a module in the place of those that are there. */
  void put(Call call) throws IOException {
    Path target = Files.createDirectories(folder.resolve("modules").resolve(call.name));
    try (Stream<Path> old = Files.list(target)) {
      for (Path file : List.copyOf(old.toList())) {
        Files.delete(file);
      }
    }
    for (Map.Entry<String, String> file : call.files.entrySet()) {
      Files.writeString(target.resolve(file.getKey()), file.getValue());
    }
  }
}
