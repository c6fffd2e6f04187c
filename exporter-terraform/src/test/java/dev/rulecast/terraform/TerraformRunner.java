package dev.rulecast.terraform;

import dev.rulecast.testkit.tools.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the real Terraform in one root module, without a network and without what the user's
 * environment says: the only providers are those of the {@linkplain Tool#terraformMirror() mirror},
 * which Terraform links and does not copy, or those of a {@link StubProviders}.
 */
public final class TerraformRunner implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MINUTES = 10;

  private final Path root;
  private final Path configuration;
  private final Map<String, String> variables;

  /** What a run of Terraform said. */
  record Run(int exit, String output, String errors) {
    Run orFail(String what) {
      if (exit != 0) {
        throw new AssertionError(what + " failed (exit " + exit + ")\n" + output + "\n" + errors);
      }
      return this;
    }
  }

  /**
   * A runner for the root module in a folder.
   *
   * @param root the folder; the files that Terraform needs besides it are put beside it
   * @param variables environment variables for the provider
   */
  TerraformRunner(Path root, Map<String, String> variables) throws IOException {
    this(root, variables, Tool.terraformMirror().orElseThrow());
  }

  /** A runner for the root module in a folder, with the providers of a stand-in alone. */
  public TerraformRunner(Path root, StubProviders providers) throws IOException {
    this(root, providers.environment(), Files.createDirectories(root.resolveSibling("no-mirror")));
  }

  private TerraformRunner(Path root, Map<String, String> variables, Path mirrorFolder)
      throws IOException {
    this.root = root;
    this.variables = variables;
    this.configuration = root.resolveSibling("terraform.rc");
    String mirror = mirrorFolder.toString().replace("\\", "\\\\");
    Files.writeString(
        configuration,
        """
        disable_checkpoint = true
        provider_installation {
          filesystem_mirror {
            path = "%s"
          }
        }
        """
            .formatted(mirror));
  }

  /** Fails where a file below the root is not as {@code terraform fmt} writes it. */
  public void checkFormat() {
    run("fmt", "-check", "-diff", "-recursive", "-no-color").orFail("terraform fmt -check");
  }

  /** Lets Terraform find the modules and providers. */
  public void init() {
    run("init", "-backend=false", "-input=false", "-no-color").orFail("terraform init");
  }

  /** Fails on errors and on warnings, among them deprecations. */
  public void validate() {
    JsonNode result = json(run("validate", "-json").output);
    if (!result.path("valid").asBoolean() || result.path("warning_count").asInt() != 0) {
      throw new AssertionError("terraform validate:\n" + result.toPrettyString());
    }
  }

  /** The plan that {@code terraform test} makes in its only run. */
  JsonNode testedPlan() {
    List<JsonNode> plans =
        messages(run("test", "-json", "-verbose").orFail("terraform test")).stream()
            .map(message -> message.path("test_plan"))
            .filter(JsonNode::isObject)
            .toList();
    if (plans.size() != 1) {
      throw new AssertionError("terraform test shows " + plans.size() + " plans.");
    }
    return plans.get(0);
  }

  /** Plans, and gives the plan as JSON. */
  public JsonNode plan(String... options) {
    run(with(options, "plan", "-out=plan.bin", "-input=false", "-no-color"))
        .orFail("terraform plan");
    return json(run("show", "-json", "plan.bin").orFail("terraform show").output);
  }

  /** The addresses of the resources that an ordinary plan changes. */
  Set<String> plannedAddresses() {
    return messages(planMessages().orFail("terraform plan")).stream()
        .filter(message -> message.path("type").asString("").equals("planned_change"))
        .map(message -> message.path("change").path("resource").path("addr").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The errors of a plan, in full; none if it succeeds. */
  public List<String> planErrors() {
    return messages(planMessages()).stream()
        .map(message -> message.path("diagnostic"))
        .filter(diagnostic -> diagnostic.path("severity").asString("").equals("error"))
        .map(diagnostic -> diagnostic.path("detail").asString(""))
        .toList();
  }

  private Run planMessages() {
    return run("plan", "-refresh=false", "-input=false", "-json");
  }

  /** Applies, and gives the new state as JSON. */
  public JsonNode apply() {
    run("apply", "-auto-approve", "-input=false", "-no-color").orFail("terraform apply");
    return json(run("show", "-json").orFail("terraform show").output);
  }

  private static String[] with(String[] options, String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** One message is one line. */
  private static List<JsonNode> messages(Run run) {
    return run.output
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(TerraformRunner::json)
        .toList();
  }

  private Run run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("terraform"));
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile(root.getParent(), "output", ".txt");
      Path errors = Files.createTempFile(root.getParent(), "errors", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(root.toFile())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile());
      Map<String, String> environment = builder.environment();
      environment.keySet().removeIf(name -> name.startsWith("TF_") || name.startsWith("AWS_"));
      environment.put("TF_CLI_CONFIG_FILE", configuration.toString());
      environment.put("TF_IN_AUTOMATION", "1");
      environment.put("CHECKPOINT_DISABLE", "1");
      environment.put("AWS_EC2_METADATA_DISABLED", "true");
      environment.putAll(variables);
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
      return new Run(process.exitValue(), Files.readString(output), Files.readString(errors));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted: " + command, e);
    }
  }

  /** Deletes the link to the mirror. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(".terraform"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
