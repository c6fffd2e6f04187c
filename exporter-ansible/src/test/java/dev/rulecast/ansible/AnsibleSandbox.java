package dev.rulecast.ansible;

import dev.rulecast.testkit.tools.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs Ansible and its linters so that they read nothing of the user's, and write nothing outside
 * of one folder. Windows hosts are played by {@code ansible-stub} among the test resources.
 */
final class AnsibleSandbox {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MINUTES = 5;

  private final Path folder;
  private final Path stub;

  /**
   * How a command ended.
   *
   * @param code its exit code
   * @param output what it printed, errors too
   */
  record Run(int code, String output) {
    Run orFail() {
      if (code != 0) {
        throw new AssertionError("It ended with " + code + ":\n" + output);
      }
      return this;
    }
  }

  /**
   * A call of {@code win_firewall_rule}.
   *
   * @param host on which host
   * @param arguments after all templates
   * @param changed whether it changed the host
   * @param ignored whether the module would do nothing, and say nothing
   */
  record Call(String host, Map<String, Object> arguments, boolean changed, boolean ignored) {
    String name() {
      return String.valueOf(arguments.getOrDefault("name", ""));
    }

    boolean isPresent() {
      return "present".equals(arguments.get("state"));
    }
  }

  AnsibleSandbox(Path folder) throws IOException {
    this.folder = folder;
    this.stub = stub();
    Files.createDirectories(folder.resolve("home"));
    Files.writeString(folder.resolve("ansible.cfg"), "[defaults]\n");
  }

  private static Path stub() {
    try {
      return Path.of(AnsibleSandbox.class.getResource("/ansible-stub/README.md").toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes an output below the sandbox. */
  Path write(String name, Map<String, String> files) throws IOException {
    Path output = folder.resolve(name);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = output.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return output;
  }

  /**
   * Runs {@code ansible-playbook} on hosts that are played.
   *
   * @param hosts where the stores of the hosts and the list of calls are
   * @param seeded whether hosts begin with what Windows ships
   */
  Run play(Path hosts, Path directory, boolean seeded, String... arguments) throws IOException {
    Files.createDirectories(hosts);
    List<String> command = new ArrayList<>(List.of("ansible-playbook"));
    command.addAll(List.of("-e", "ansible_connection=local"));
    command.addAll(List.of(arguments));
    Path collections = Tool.ansibleCollections().orElseThrow();
    Path module =
        collections.resolve(
            "ansible_collections/community/windows/plugins/modules/win_firewall_rule.py");
    Map<String, String> variables =
        Map.of(
            "FWSIM_DIR",
            hosts.toString(),
            "FWSIM_REAL_MODULE",
            module.toString(),
            "FWSIM_SEED",
            seeded ? stub.resolve("predefined.json").toString() : "",
            "ANSIBLE_COLLECTIONS_PATH",
            stub.resolve("collections") + ":" + collections);
    return run(directory, variables, command);
  }

  /** Runs a command that needs no host. */
  Run run(Path directory, String... command) throws IOException {
    return run(directory, Map.of(), List.of(command));
  }

  private Run run(Path directory, Map<String, String> variables, List<String> command)
      throws IOException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment
        .keySet()
        .removeIf(
            name ->
                name.startsWith("ANSIBLE_")
                    || name.startsWith("PYTHON")
                    || name.startsWith("XDG_")
                    || name.startsWith("LC_"));
    String home = folder.resolve("home").toString();
    environment.put("HOME", home);
    environment.put("TMPDIR", home);
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.put("ANSIBLE_HOME", home + "/.ansible");
    environment.put("ANSIBLE_LOCAL_TEMP", home + "/.ansible/tmp");
    environment.put("ANSIBLE_CONFIG", folder.resolve("ansible.cfg").toString());
    environment.put("ANSIBLE_NOCOLOR", "1");
    environment.put("ANSIBLE_NOCOWS", "1");
    environment.put("ANSIBLE_RETRY_FILES_ENABLED", "0");
    environment.put("ANSIBLE_LOCALHOST_WARNING", "0");
    environment.putAll(variables);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      try {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
          throw new AssertionError(command + " took more than " + MINUTES + " minutes.");
        }
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted: " + command, e);
    }
  }

  /** The calls in their order; those of one host are in the order of the play. */
  static List<Call> calls(Path hosts) throws IOException {
    Path log = hosts.resolve("calls.jsonl");
    if (!Files.exists(log)) {
      return List.of();
    }
    List<Call> calls = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      JsonNode call = JSON.readTree(line);
      if (!call.path("errors").isEmpty()) {
        throw new AssertionError("The module refuses it: " + line);
      }
      calls.add(
          new Call(
              call.path("host").asString(""),
              JSON.convertValue(
                  call.path("args"),
                  JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class)),
              call.path("changed").asBoolean(false),
              call.path("silently_ignored").asBoolean(false)));
    }
    return calls;
  }

  /** The rules that Windows ships, as a host has them. */
  static List<JsonNode> shipped(Path hosts, String host) {
    return rules(hosts, host).stream()
        .filter(rule -> rule.path("group").asString("").startsWith("@"))
        .toList();
  }

  /** The rules that a host has, apart from those that Windows ships. */
  static List<JsonNode> ownRules(Path hosts, String host) {
    return rules(hosts, host).stream()
        .filter(rule -> !rule.path("group").asString("").startsWith("@"))
        .toList();
  }

  private static List<JsonNode> rules(Path hosts, String host) {
    try {
      Path store = hosts.resolve(host + ".json");
      String text = Files.exists(store) ? Files.readString(store) : "[]";
      return Stream.of(JSON.readTree(text)).flatMap(JsonNode::valueStream).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
