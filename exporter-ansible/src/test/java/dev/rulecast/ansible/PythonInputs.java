package dev.rulecast.ansible;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rulecast.testkit.InputCheck;
import dev.rulecast.testkit.tools.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets the condition of a role judge addresses, without all the rest of Ansible. That the role
 * stops where the condition says so is what {@link AnsibleHostsTest} proves.
 */
final class PythonInputs implements InputCheck {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;

  PythonInputs(Path folder) {
    this.folder = folder;
  }

  @Override
  public boolean refuses(Map<String, String> files, String endpoint, List<String> given)
      throws IOException {
    String role = role(files);
    AnsibleSandbox sandbox = new AnsibleSandbox(folder);
    Path output = sandbox.write("output", files);
    Object usable = RoleReader.inputs(files, role).get(endpoint.replace('-', '_'));
    String program =
        "import json, sys; sys.path.insert(0, 'roles/%s/test_plugins'); import %s as plugin\n"
            + "test = plugin.TestModule().tests()['%s_networks']\n"
            + "print(test(*json.loads(sys.argv[1])))";
    String answer =
        sandbox
            .run(
                output,
                "python3",
                "-c",
                program.formatted(role, role, role),
                JSON.writeValueAsString(List.of(given, usable, List.of())))
            .orFail()
            .output()
            .strip();
    if (!List.of("True", "False").contains(answer)) {
      throw new IOException("The condition is neither true nor false: " + answer);
    }
    return answer.equals("False");
  }

  /** Skips the test if there is no Ansible, unless tools are required. */
  static void require() {
    boolean required = Boolean.parseBoolean(System.getenv("RULECAST_REQUIRE_TOOLS"));
    assumeTrue(Tool.ANSIBLE.missing().isEmpty() || required, "Ansible is not there");
  }

  private static String role(Map<String, String> files) {
    return files.keySet().stream()
        .filter(path -> path.startsWith("roles/"))
        .map(path -> path.split("/", 3)[1])
        .findFirst()
        .orElseThrow();
  }
}
