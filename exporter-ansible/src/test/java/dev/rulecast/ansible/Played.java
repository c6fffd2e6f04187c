package dev.rulecast.ansible;

import dev.rulecast.ansible.AnsibleSandbox.Call;
import dev.rulecast.ansible.Examples.Example;
import dev.rulecast.ansible.Examples.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An output that the real Ansible has played three times: as it is, once more, and with the state
 * absent.
 *
 * @param inventory on which hosts
 * @param inputs addresses that were given, by endpoint
 * @param calls those of each time
 * @param stores where the hosts are as they were in the end
 */
record Played(
    TestInventory inventory,
    Map<String, List<String>> inputs,
    List<List<Call>> calls,
    Path stores) {
  private static final String MARK =
      """
      - name: Mark
        hosts: marker
        gather_facts: false
        tasks:
          - name: Mark
            community.windows.win_firewall_rule: {name: marker, state: absent}
      """;

  static Played play(Example example, Path folder) throws IOException {
    Output output = example.export();
    String role = example.role();
    Map<String, List<String>> inputs = new LinkedHashMap<>();
    Map<String, Object> addresses = new LinkedHashMap<>();
    Map<?, ?> variables =
        (Map<?, ?>)
            YamlReader.document(
                output.files().getOrDefault("roles/" + role + "/vars/main.yml", ""));
    if (variables.get(role + "_inputs") instanceof List<?> list) {
      for (Object item : list) {
        Map<?, ?> input = (Map<?, ?>) item;
        List<String> given = new ArrayList<>();
        int number = inputs.size();
        if (((List<?>) input.get("usable")).contains(4)) {
          given.add("198.18." + number + ".0/25");
          given.add("198.18." + number + ".200-198.18." + number + ".210");
        }
        if (((List<?>) input.get("usable")).contains(6)) {
          given.add("2001:db8:f" + number + "::/64");
        }
        String name = (String) input.get("name");
        inputs.put(name.replace('_', '-'), given);
        addresses.put(name, given);
      }
    }
    AnsibleSandbox sandbox = new AnsibleSandbox(folder);
    sandbox.write("output", output.files());
    Map<String, Object> all =
        addresses.isEmpty() ? Map.of() : Map.of(role + "_addresses", addresses);
    TestInventory inventory = TestInventory.of(output.files(), all);
    Files.writeString(folder.resolve("hosts.json"), inventory.text());
    String site = "- name: Play\n  import_playbook: output/site.yml\n";
    Files.writeString(
        folder.resolve("run.yml"),
        site + MARK + site + MARK + site + "  vars: {" + role + "_state: absent}\n");
    Path stores = folder.resolve("hosts");
    sandbox.play(stores, folder, true, "-i", "hosts.json", "run.yml").orFail();
    return new Played(inventory, inputs, split(AnsibleSandbox.calls(stores)), stores);
  }

  private static List<List<Call>> split(List<Call> calls) {
    List<List<Call>> parts = new ArrayList<>(List.of(new ArrayList<>()));
    for (Call call : calls) {
      if (call.host().equals(TestInventory.MARKER)) {
        parts.add(new ArrayList<>());
      } else {
        parts.get(parts.size() - 1).add(call);
      }
    }
    return parts;
  }

  /** The calls that make rules, of one host, the first time. */
  List<Call> made(String host) {
    return calls.get(0).stream()
        .filter(call -> call.host().equals(host) && call.isPresent())
        .toList();
  }
}
