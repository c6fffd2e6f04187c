package dev.rulecast.terraform;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rulecast.testkit.InputCheck;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets Terraform itself judge the values of a module's variables. */
final class TerraformInputs implements InputCheck {
  private static final Pattern VARIABLE = Pattern.compile("variable \"([a-z0-9_]+)_addresses\"");

  /** Of each module the variables without a default; Terraform only warns of others. */
  private static final String OTHERS =
      """
      "vpc_id": "vpc-0123456789abcdef0", "resource_group_name": "rg-firewall", "location": "westeurope"
      """;

  private final Path folder;

  /** Puts its files in a folder. */
  TerraformInputs(Path folder) {
    this.folder = folder;
  }

  /** Skips the test if there is no Terraform, unless tools are required. */
  static void require() {
    boolean found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(dir -> Files.isExecutable(Path.of(dir, "terraform")));
    boolean required = Boolean.parseBoolean(System.getenv("RULECAST_REQUIRE_TOOLS"));
    assumeTrue(found || required, "terraform is not on the PATH");
  }

  @Override
  public boolean refuses(Map<String, String> files, String endpoint, List<String> given)
      throws IOException, InterruptedException {
    // The variables alone need neither a provider nor an account.
    String variables = files.get("variables.tf");
    Files.writeString(folder.resolve("variables.tf"), variables);
    Files.writeString(folder.resolve("terraform.tfvars.json"), values(variables, endpoint, given));
    Path log = folder.resolve("log");
    ProcessBuilder terraform =
        new ProcessBuilder("terraform", "plan", "-input=false", "-lock=false", "-no-color");
    terraform.environment().put("CHECKPOINT_DISABLE", "1");
    terraform.environment().remove("TF_CLI_CONFIG_FILE");
    Process process =
        terraform
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("terraform hangs");
    }
    String output = Files.readString(log, StandardCharsets.UTF_8);
    if (process.exitValue() != 0 && !output.contains("Invalid value for variable")) {
      throw new IOException("terraform failed for another reason:\n" + output);
    }
    return process.exitValue() != 0;
  }

  private String values(String variables, String endpoint, List<String> given) {
    StringBuilder json = new StringBuilder("{" + OTHERS);
    Matcher variable = VARIABLE.matcher(variables);
    while (variable.find()) {
      String name = variable.group(1);
      List<String> addresses = name.equals(endpoint.replace('-', '_')) ? given : right();
      json.append(", \"").append(name).append("_addresses\": {");
      json.append("\"ipv4\": ").append(map(addresses, false));
      json.append(", \"ipv6\": ").append(map(addresses, true)).append('}');
    }
    return json.append("}\n").toString();
  }

  private static String map(List<String> addresses, boolean ipv6) {
    return addresses.stream()
        .filter(address -> address.contains(":") == ipv6)
        .map(address -> "\"label-%s\": \"%s\"".formatted(addresses.indexOf(address), address))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
