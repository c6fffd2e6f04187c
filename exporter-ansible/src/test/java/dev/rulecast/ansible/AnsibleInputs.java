package dev.rulecast.ansible;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rulecast.testkit.InputCheck;
import dev.rulecast.testkit.tools.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets Ansible itself judge the addresses that a role is given. */
final class AnsibleInputs implements InputCheck {
  private final Path folder;
  private int runs;

  AnsibleInputs(Path folder) {
    this.folder = folder;
  }

  /** Skips the test if there is no Ansible, unless tools are required. */
  static void require() {
    boolean required = Boolean.parseBoolean(System.getenv("RULECAST_REQUIRE_TOOLS"));
    assumeTrue(Tool.ANSIBLE.missing().isEmpty() || required, "Ansible is not there");
  }

  @Override
  public boolean refuses(Map<String, String> files, String endpoint, List<String> given)
      throws IOException {
    Map<String, Object> addresses = new LinkedHashMap<>();
    for (String name : RoleReader.inputs(files, role(files)).keySet()) {
      addresses.put(name, name.equals(endpoint.replace('-', '_')) ? given : right());
    }
    return refuses(files, Map.of(role(files) + "_addresses", addresses));
  }

  /** Whether the role stops before any change. */
  boolean refuses(Map<String, String> files, Map<String, Object> variables) throws IOException {
    AnsibleSandbox sandbox = new AnsibleSandbox(folder);
    runs++;
    Path output = sandbox.write("run" + runs, files);
    Path hosts = folder.resolve("hosts" + runs);
    Files.writeString(output.resolve("hosts.json"), TestInventory.of(files, variables).text());
    AnsibleSandbox.Run run =
        sandbox.play(
            hosts, output, false, "-i", "hosts.json", "--limit", TestInventory.EVERY, "site.yml");
    boolean called = !AnsibleSandbox.calls(hosts).isEmpty();
    if (run.code() == 0 && called) {
      return false;
    }
    boolean told =
        run.output().contains("must be a list of addresses")
            || run.output().contains("Validation of arguments failed");
    if (run.code() != 0 && !called && told) {
      return true;
    }
    throw new IOException("Ansible failed for another reason, or too late:\n" + run.output());
  }

  static String role(Map<String, String> files) {
    return files.keySet().stream()
        .filter(path -> path.startsWith("roles/"))
        .map(path -> path.split("/", 3)[1])
        .findFirst()
        .orElseThrow();
  }
}
