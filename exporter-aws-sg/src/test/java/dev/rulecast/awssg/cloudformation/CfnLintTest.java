package dev.rulecast.awssg.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.Golden;
import dev.rulecast.testkit.HostileTexts;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AWS's own linter has nothing to say of any template. */
@WithTools(Tool.CFN_LINT)
class CfnLintTest {
  private static final int RANDOM = 8;

  @TempDir Path folder;

  private String findings(List<Path> templates) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("cfn-lint", "--format", "parseable"));
    templates.forEach(template -> command.add(template.toAbsolutePath().toString()));
    Path log = folder.resolve("cfn-lint.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile()) // where no configuration is
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("cfn-lint hangs");
    }
    String findings = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(process.exitValue() == 0).as(findings).isEqualTo(findings.isEmpty());
    return findings;
  }

  @Test
  void findsNothing() throws IOException, InterruptedException {
    Golden golden = Golden.of(CfnLintTest.class);
    List<Path> templates = new ArrayList<>();
    for (Example example : CloudFormationGoldenTest.examples()) {
      String file = example.options().containsValue("json") ? "template.json" : "template.yaml";
      templates.add(golden.approved(example.name()).resolve(file));
    }
    Example hostile = Example.of(HostileTexts.fixture("hostile", HostileTexts.all()));
    Path texts = folder.resolve("hostile.yaml");
    templates.add(Files.writeString(texts, hostile.export().yaml()));
    for (long seed = 0; seed < RANDOM; seed++) {
      for (Map.Entry<String, String> file :
          RandomStacksTest.example(seed).export().files().entrySet()) {
        if (file.getKey().startsWith("template.")) {
          Path random = folder.resolve("seed-" + seed + "-" + file.getKey());
          templates.add(Files.writeString(random, file.getValue()));
        }
      }
    }
    assertThat(findings(templates)).isEmpty();
  }

  @Test
  void wouldFindAMistake() throws IOException, InterruptedException {
    String yaml = Example.named("lists-and-ranges").export().yaml();
    Path wrong = folder.resolve("wrong.yaml");
    Files.writeString(wrong, yaml.replace("\n      VpcId: !Ref VpcId", ""));
    assertThat(findings(List.of(wrong))).contains("W2001");
  }
}
