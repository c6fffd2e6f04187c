package dev.rulecast.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.ansible.Examples.Example;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Ansible and the linters of its community say of the outputs. */
class AnsibleLintTest {
  @TempDir Path folder;

  private Path write(String name, Map<String, String> files) throws IOException {
    return new AnsibleSandbox(folder).write(name, files);
  }

  private static Example example(String name) throws IOException {
    return Examples.all().stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  @WithTools(Tool.YAMLLINT)
  void yamllintFindsNothing() throws IOException {
    for (Example example : Examples.all()) {
      write("all/" + example.name(), example.export().files());
    }
    Path all = folder.resolve("all");

    AnsibleSandbox.Run run =
        new AnsibleSandbox(folder).run(all, "yamllint", "-s", "-c", "monitoring/.yamllint", ".");

    assertThat(run.output()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  @WithTools(Tool.ANSIBLE)
  void ansibleReadsEveryPlaybook() throws IOException {
    List<String> command = new ArrayList<>(List.of("ansible-playbook", "--syntax-check"));
    for (Example example : Examples.all()) {
      write("all/" + example.name(), example.export().files());
      command.addAll(List.of("-i", example.name() + "/inventory/hosts.yml"));
    }
    Examples.all().forEach(example -> command.add(example.name() + "/site.yml"));

    AnsibleSandbox.Run run =
        new AnsibleSandbox(folder).run(folder.resolve("all"), command.toArray(String[]::new));

    assertThat(run.orFail().output()).doesNotContain("ERROR").doesNotContain("WARNING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logon-activity-production",
        "unbound-families",
        "predefined-all-group",
        "texts",
        "nothing-but-removal"
      })
  @WithTools({Tool.ANSIBLE, Tool.ANSIBLE_LINT})
  void ansibleLintFindsNothing(String name) throws IOException {
    Path output = write(name, example(name).export().files());

    AnsibleSandbox.Run run = lint(output);

    assertThat(run.output()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  @WithTools({Tool.ANSIBLE, Tool.ANSIBLE_LINT})
  void ansibleLintWouldFindSomething() throws IOException {
    Map<String, String> files =
        new TreeMap<>(example("logon-activity-production").export().files());
    files.replaceAll(
        (path, text) ->
            text.replace("- name: Manage the", "- name: manage the")
                .replace("gather_facts: false", "gather_facts: no"));
    Path output = write("wrong", files);

    assertThat(lint(output).output()).contains("name[casing]").contains("yaml[truthy]");
  }

  private AnsibleSandbox.Run lint(Path output) throws IOException {
    return new AnsibleSandbox(folder).run(output, "ansible-lint", "--offline", "-q", "--nocolor");
  }
}
