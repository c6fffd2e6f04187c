package dev.rulecast.ansible;

import dev.rulecast.ansible.AnsibleSandbox.Call;
import dev.rulecast.ansible.Examples.Example;
import dev.rulecast.ansible.Examples.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  /** A play that calls the module on the marker, to tell the calls before it from those behind. */
  static final String MARK =
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
    Map<String, List<String>> inputs = TestInputs.of(output.files(), role);
    AnsibleSandbox sandbox = new AnsibleSandbox(folder);
    sandbox.write("output", output.files());
    TestInventory inventory = TestInventory.of(output.files(), TestInputs.variables(inputs, role));
    Files.writeString(folder.resolve("hosts.json"), inventory.text());
    String site = "- name: Play\n  import_playbook: output/site.yml\n";
    Files.writeString(
        folder.resolve("run.yml"),
        site + MARK + site + MARK + site + "  vars: {" + role + "_state: absent}\n");
    Path stores = folder.resolve("hosts");
    sandbox.play(stores, folder, true, "-i", "hosts.json", "run.yml").orFail();
    return new Played(inventory, inputs, split(AnsibleSandbox.calls(stores)), stores);
  }

  /** The calls between markers. */
  static List<List<Call>> split(List<Call> calls) {
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
