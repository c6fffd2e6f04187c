package dev.rulecast.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.ansible.AnsibleSandbox.Call;
import dev.rulecast.testkit.Seeds;
import dev.rulecast.testkit.reference.WindowsRule;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever the documents: the real Ansible makes the rules that they say and no other, on a host
 * that is in most of the groups. The roles of all documents are played at once; between two of them
 * a marker is called.
 */
@WithTools(Tool.ANSIBLE)
class RandomRolePlayTest {
  private static final String HOST = "most.test";

  @TempDir Path folder;

  @Test
  void makesTheRulesThatTheDocumentsSay() throws IOException {
    AnsibleSandbox sandbox = new AnsibleSandbox(folder);
    List<RandomRole> roles = new ArrayList<>();
    SortedSet<String> groups = new TreeSet<>();
    Map<String, Object> variables = new TreeMap<>();
    StringBuilder run = new StringBuilder();
    for (long seed : Seeds.of(24).toArray()) {
      RandomRole role = RandomRole.of(seed, "role_" + seed);
      Map<String, String> files = role.output().files();
      if (!files.isEmpty()) {
        roles.add(role);
        sandbox.write("seed-" + seed, files);
        groups.addAll(TestInventory.of(files, Map.of()).groups());
        variables.putAll(TestInputs.variables(role.inputs(), role.example().role()));
        run.append("- import_playbook: seed-" + seed + "/site.yml\n").append(Played.MARK);
      }
    }
    Files.writeString(folder.resolve("run.yml"), run);
    SortedSet<String> most = new TreeSet<>(groups);
    most.removeIf(group -> group.hashCode() % 4 == 0);
    assertThat(most).isNotEmpty().hasSizeLessThan(groups.size());
    Files.writeString(folder.resolve("hosts.json"), inventory(groups, most, variables));

    Path stores = folder.resolve("hosts");
    sandbox.play(stores, folder, true, "-i", "hosts.json", "run.yml").orFail();

    List<List<Call>> calls = Played.split(AnsibleSandbox.calls(stores));
    assertThat(calls).hasSize(roles.size() + 1);
    for (int i = 0; i < roles.size(); i++) {
      compare(roles.get(i), calls.get(i), most);
    }
  }

  private static void compare(RandomRole role, List<Call> calls, SortedSet<String> groups) {
    SortedSet<WindowsRule> expected = new TreeSet<>();
    role.expectedRules()
        .forEach(
            (endpoint, rules) -> {
              if (groups.contains(endpoint.replace('-', '_'))) {
                expected.addAll(rules);
              }
            });
    SortedSet<WindowsRule> made = new TreeSet<>();
    List<Object> actions = new ArrayList<>();
    for (Call call : calls) {
      if (call.isPresent()) {
        made.add(WindowsRule.of(call.arguments()));
        assertThat(call.ignored()).as(role.example() + ": " + call).isFalse();
        actions.add(call.arguments().getOrDefault("action", "group"));
      }
    }
    assertThat(made).as("%s", role.example()).isEqualTo(expected);
    assertThat(actions.lastIndexOf("block"))
        .as("%s: blocks come first", role.example())
        .isLessThanOrEqualTo(actions.contains("allow") ? actions.indexOf("allow") : actions.size());
  }

  private static String inventory(
      SortedSet<String> groups, SortedSet<String> most, Map<String, Object> variables) {
    Map<String, Object> children = new TreeMap<>();
    for (String group : groups) {
      Map<String, Object> hosts = most.contains(group) ? Map.of(HOST, Map.of()) : Map.of();
      children.put(group, Map.of("hosts", hosts));
    }
    children.put("marker", Map.of("hosts", Map.of(TestInventory.MARKER, Map.of())));
    return new JsonMapper()
        .writeValueAsString(Map.of("all", Map.of("vars", variables, "children", children)));
  }
}
