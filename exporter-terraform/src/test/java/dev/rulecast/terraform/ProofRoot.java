package dev.rulecast.terraform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A root module for tests that calls many modules, since one run of Terraform with many modules
 * takes hardly longer than with one. The modules cannot influence each other: they have no
 * resource, variable or value in common.
 */
final class ProofRoot {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern GROUP =
      Pattern.compile("^resource \"aws_security_group\" \"([^\"]+)\"", Pattern.MULTILINE);
  private static final Pattern VPC = Pattern.compile("^variable \"vpc_id\"", Pattern.MULTILINE);

  private final Path folder;

  ProofRoot(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  Path folder() {
    return folder;
  }

  /** A module to call: its name, its folder, and the values of its variables. */
  record Call(String name, Path module, Map<String, Object> variables) {}

  /**
   * Writes the root module.
   *
   * @param provider arguments of the AWS provider besides those that keep it from AWS
   */
  void write(List<Call> calls, String vpc, Map<String, Object> provider) throws IOException {
    Map<String, Object> aws = new LinkedHashMap<>();
    aws.put("region", "eu-west-1");
    aws.put("access_key", "test");
    aws.put("secret_key", "test");
    aws.put("skip_credentials_validation", true);
    aws.put("skip_metadata_api_check", true);
    aws.put("skip_region_validation", true);
    aws.put("max_retries", 1);
    aws.putAll(provider);
    Map<String, Object> modules = new TreeMap<>();
    Map<String, Object> outputs = new TreeMap<>();
    for (Call call : calls) {
      copy(call);
      Map<String, Object> arguments = new TreeMap<>();
      arguments.put("source", "./modules/" + call.name);
      if (VPC.matcher(sources(call.name)).find()) {
        arguments.put("vpc_id", vpc);
      }
      call.variables.forEach((name, value) -> arguments.put(name, literal(value)));
      modules.put(call.name, arguments);
      outputs.put(call.name, Map.of("value", "${module." + call.name + "}"));
    }
    Map<String, Object> root =
        Map.of("provider", Map.of("aws", aws), "module", modules, "output", outputs);
    Files.writeString(folder.resolve("main.tf.json"), JSON.writeValueAsString(root));
  }

  /** In Terraform's JSON syntax every string is a template. */
  private static Object literal(Object value) {
    if (value instanceof String text) {
      return text.replace("${", "$${").replace("%{", "%%{");
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new TreeMap<>();
      map.forEach((key, item) -> copy.put((String) literal(key), literal(item)));
      return copy;
    }
    return value instanceof List<?> list ? list.stream().map(ProofRoot::literal).toList() : value;
  }

  /** Puts the files of a module in the place of those that are there. */
  void copy(Call call) throws IOException {
    Path target = Files.createDirectories(folder.resolve("modules").resolve(call.name));
    for (Path old : files(target)) {
      Files.delete(old);
    }
    for (Path file : files(call.module)) {
      Files.copy(file, target.resolve(file.getFileName()));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private String sources(String module) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : files(folder.resolve("modules").resolve(module))) {
      if (file.toString().endsWith(".tf")) {
        texts.add(Files.readString(file));
      }
    }
    return String.join("\n", texts);
  }

  /**
   * Writes a test that plans the root with a known id for every group.
   *
   * @return the addresses of the groups by their ids
   */
  Map<String, String> writePlanWithKnownGroups(List<Call> calls) throws IOException {
    Map<String, String> addresses = new TreeMap<>();
    for (Call call : calls) {
      GROUP
          .matcher(sources(call.name))
          .results()
          .map((MatchResult found) -> found.group(1))
          .forEach(
              group ->
                  addresses.put(
                      "sg-%017x".formatted(addresses.size() + 1),
                      "module." + call.name + ".aws_security_group." + group));
    }
    String overrides =
        addresses.entrySet().stream()
            .map(
                group ->
                    """
                    override_resource {
                      target          = %s
                      override_during = plan
                      values          = { id = "%s" }
                    }
                    """
                        .formatted(group.getValue(), group.getKey()))
            .collect(Collectors.joining());
    String test = overrides + "run \"plan\" {\n  command = plan\n}\n";
    Files.writeString(folder.resolve("plan.tftest.hcl"), test);
    return addresses;
  }
}
