package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What export does to a folder, and what check tells about it. */
class ExportTest {
  @TempDir Path temp;
  private Path out;
  private Path terraform;
  private Path rules;

  @BeforeEach
  void export() throws IOException {
    out = temp.resolve("iac");
    terraform = out.resolve("terraform");
    rules = Documents.write(temp, "rules.yaml", Documents.WIDER);
    assertThat(new Cli().run("export", "-t", "terraform", "-o", out, rules).exitCode())
        .isEqualTo(0);
  }

  private void changeRules() throws IOException {
    Files.writeString(rules, Documents.WIDER.replace("443", "8443"));
  }

  @Test
  void exportingTwiceIsAFixedPoint() throws IOException {
    var first = Tree.everything(terraform.resolve("main.tf"));
    var contents = Tree.contents(out);

    Result second = new Cli().run("export", "-t", "terraform", "-o", out, rules);

    assertThat(second.exitCode()).isEqualTo(0);
    assertThat(second.out()).endsWith(" - " + terraform + " is up to date\n");
    assertThat(Tree.contents(out)).isEqualTo(contents);
    assertThat(Tree.everything(terraform.resolve("main.tf"))).isEqualTo(first);
  }

  @Test
  void checkIsCleanAfterEveryExport() throws IOException {
    for (int i = 0; i < 2; i++) {
      var before = Tree.everything(out);

      Result result = new Cli().run("check", "-t", "terraform", "-o", out, rules);

      assertThat(result.exitCode()).isEqualTo(0);
      assertThat(result.out()).endsWith(" - " + terraform + " is up to date\n");
      assertThat(Tree.everything(out)).isEqualTo(before);
      new Cli().run("export", "-t", "terraform", "-o", out, rules);
    }
  }

  @Test
  void checkShowsAUnifiedDiff() throws IOException {
    changeRules();
    var before = Tree.everything(out);

    Result result = new Cli().run("check", "-t", "terraform", "-o", out, rules);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out().lines().findFirst().orElseThrow())
        .endsWith(terraform + ": 3 files differ");
    assertThat(result.out())
        .contains("\n--- " + terraform + "/main.tf\n", "\n@@ ", "\n-      from_port")
        .containsPattern("\\n\\+      from_port +\\W+ 8443\\n");
    assertThat(Tree.everything(out)).isEqualTo(before);
  }

  @Test
  void checkWithoutAFolderCreatesNone() throws IOException {
    Path none = temp.resolve("none");

    Result result = new Cli().run("check", "-t", "terraform", "-o", none, rules);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains(": 6 files differ\n").contains("--- /dev/null");
    assertThat(none).doesNotExist();
  }

  @Test
  void checkTellsProgramsWhichFilesDiffer() throws IOException {
    changeRules();
    Files.delete(terraform.resolve("README.md"));

    Result result = new Cli().run("check", "-t", "terraform", "--format", "json", "-o", out, rules);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.outObjects())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.get("status").asString()).isEqualTo("different");
              assertThat(line.get("differences").toString())
                  .isEqualTo(
                      "{\".rulecast.json\":\"different\",\"README.md\":\"missing\","
                          + "\"main.tf\":\"different\"}");
            });
  }

  @Test
  void refusesToLoseAnEditedFile() throws IOException {
    Path main = terraform.resolve("main.tf");
    Files.writeString(main, "# mine\n");
    changeRules();
    var before = Tree.contents(out);

    Result result = new Cli().run("export", "-t", "terraform", "-o", out, rules);

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err())
        .contains("because a file is not as rulecast left it. [edited-files]")
        .contains("give --force to lose them")
        .contains("  main.tf was edited\n");
    assertThat(Tree.contents(out)).isEqualTo(before);

    assertThat(new Cli().run("export", "-t", "terraform", "--force", "-o", out, rules).exitCode())
        .isEqualTo(0);
    assertThat(main).content().contains("8443");
  }

  @Test
  void refusesToLoseAForeignFile() throws IOException {
    Path other = temp.resolve("other");
    Documents.write(other, "terraform/main.tf", "# mine\n");

    Result result = new Cli().run("export", "-t", "terraform", "-o", other, rules);

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).contains("  main.tf was not written by rulecast\n");
    assertThat(Tree.contents(other)).hasSize(1);

    assertThat(new Cli().run("export", "-t", "terraform", "--force", "-o", other, rules).exitCode())
        .isEqualTo(0);
    assertThat(Tree.contents(other)).hasSize(6);
  }

  @Test
  void leavesOtherFilesOfTheUserAlone() throws IOException {
    Documents.write(terraform, "terraform.tfvars", "mine");
    Documents.write(terraform, ".terraform.lock.hcl", "mine");
    Documents.write(terraform, ".terraform/providers/x", "mine");
    changeRules();

    assertThat(new Cli().run("export", "-t", "terraform", "--force", "-o", out, rules).exitCode())
        .isEqualTo(0);

    assertThat(terraform.resolve("terraform.tfvars")).hasContent("mine");
    assertThat(terraform.resolve(".terraform.lock.hcl")).hasContent("mine");
    assertThat(terraform.resolve(".terraform/providers/x")).hasContent("mine");
  }

  @Test
  void deletesItsStaleFilesWhenTheRulesBecomeFewer() throws IOException {
    Path many = temp.resolve("many");
    GenerateRules.main(new String[] {"450", many.toString(), "30"});
    Path manyRules = many.resolve("rules.yaml");
    Path environment = many.resolve("environment.yaml");
    new Cli().run("export", "-t", "terraform", "-e", environment, "-o", out, manyRules);
    assertThat(Tree.contents(terraform).keySet())
        .contains("group-app-0.tf", "group-db-14.tf")
        .hasSize(36);

    Result result = new Cli().run("export", "-t", "terraform", "-o", out, rules);

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.out()).contains(" written, 30 deleted\n");
    assertThat(Tree.contents(terraform)).hasSize(6);
  }

  @Test
  void keepsAnEditedStaleFile() throws IOException {
    Path many = temp.resolve("many");
    GenerateRules.main(new String[] {"450", many.toString(), "30"});
    new Cli()
        .run(
            "export",
            "-t",
            "terraform",
            "-e",
            many.resolve("environment.yaml"),
            "-o",
            out,
            many.resolve("rules.yaml"));
    Path edited = terraform.resolve("group-app-3.tf");
    Files.writeString(edited, "# mine\n");
    var before = Tree.contents(out);

    Result result = new Cli().run("export", "-t", "terraform", "-o", out, rules);

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).contains("  group-app-3.tf was edited, and would be deleted\n");
    assertThat(Tree.contents(out)).isEqualTo(before);
  }

  @Test
  void writesIntoAFolderWithAnyName() throws IOException {
    Path strange = temp.resolve("größer als – 東京/a b");

    Result result = new Cli().run("export", "-t", "terraform", "-o", strange, rules);

    assertThat(result.exitCode()).isEqualTo(0);
    assertThat(result.out()).contains(strange + "/terraform: 6 written\n");
    assertThat(new Cli().run("check", "-t", "terraform", "-o", strange, rules).exitCode())
        .isEqualTo(0);
  }

  @Test
  void theSameInputsInAnotherOrderGiveTheSameBytes() throws IOException {
    Path other = Documents.write(temp, "other.yaml", Documents.EXACT.replace("web", "other"));
    Path one = temp.resolve("one");
    Path two = temp.resolve("two");

    new Cli().run("export", "-t", "terraform", "-o", one, rules, other);
    new Cli().run("export", "-t", "terraform", "-o", two, other, rules, other);

    assertThat(Tree.contents(two)).isEqualTo(Tree.contents(one));
  }

  @Test
  void touchesOnlyTheFoldersOfTheExportersThatRan() throws IOException {
    Path plugins = TestExporters.plugin(temp.resolve("plugins"), TestExporters.Simple.class);
    changeRules();
    var before = Tree.contents(terraform);

    new Cli().run("export", "-o", out, "-t", "simple", "--plugins", plugins, rules);

    assertThat(Tree.contents(terraform)).isEqualTo(before);
    assertThat(out.resolve("simple/simple.txt")).exists();
  }

  @Test
  void judgesExpiryAsOfTheGivenDay() throws IOException {
    String until =
        Documents.ruleSet(
            "web",
            "",
            Documents.rule("old", "[80]", "expires: 2026-06-14"),
            Documents.rule("new", "[443]", ""));
    Files.writeString(rules, until);

    Result today = new Cli().run("validate", rules);
    Result earlier = new Cli().run("validate", "--as-of", "2026-01-01", rules);
    Result lastDay = new Cli().run("validate", "--as-of", "2026-06-14", rules);

    assertThat(today.out()).isEqualTo("Valid: 1 rule set, 2 endpoints, 1 flow.\n");
    assertThat(today.err()).contains("warning: ").contains("2026-06-14");
    assertThat(earlier.out()).isEqualTo("Valid: 1 rule set, 2 endpoints, 2 flows.\n");
    assertThat(earlier.err()).isEmpty();
    assertThat(lastDay.out()).contains("2 flows");
    assertThat(lastDay.err()).contains("warning: ");
  }

  @Test
  void theDayItselfIsInNoFile() throws IOException {
    Path one = temp.resolve("one");
    Path two = temp.resolve("two");

    new Cli().run("export", "-t", "terraform", "-o", one, "--as-of", "2026-01-01", rules);
    new Cli().run("export", "-t", "terraform", "-o", two, "--as-of", "2031-12-31", rules);

    assertThat(Tree.contents(two)).isEqualTo(Tree.contents(one));
  }
}
