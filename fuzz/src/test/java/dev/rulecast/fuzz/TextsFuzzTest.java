package dev.rulecast.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rulecast.ansible.AnsibleDoor;
import dev.rulecast.awssg.cloudformation.CloudFormationDoor;
import dev.rulecast.azurensg.BicepDoor;
import dev.rulecast.netappontap.OntapDoor;
import dev.rulecast.template.Language;
import dev.rulecast.terraform.Hcl;
import dev.rulecast.testkit.MarkdownReader;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * Any Unicode text in the strings of each language that templates write: a reader of that language
 * gives it back, and sees nothing else in it.
 */
class TextsFuzzTest {
  private static final Pattern COMMENT = Pattern.compile("[A-Za-z0-9 ._\\-:/(),@+=%]+");

  @FuzzTest(maxDuration = "")
  void escape(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    yaml(text);
    cloudFormation(text);
    hcl(text);
    bicep(text);
    markdown(text);
    String comment = OntapDoor.escape(text);
    Claim.that(COMMENT.matcher(comment).matches() && comment.length() <= 200, "ONTAP", comment);
  }

  private static void yaml(String text) {
    String scalar = AnsibleDoor.escape(text);
    String file = "before: 1\nvalue: " + scalar + "\nafter: 2\n";
    Claim.equal(new Yaml(new Loading()).load(file).toString(), mapping(text), "YAML of Ansible");
    boolean template = text.contains("{{") || text.contains("{%") || text.contains("{#");
    Claim.equal(scalar.startsWith("!unsafe "), template, "!unsafe");
    for (String line : scalar.split("\n", -1)) {
      Claim.that(line.length() <= 160, "a long line", line);
    }
  }

  private static void cloudFormation(String text) {
    String inside = CloudFormationDoor.escape(text);
    Claim.that(inside.chars().allMatch(c -> c >= 0x20 && c < 0x7F), "not ASCII", inside);
    String expected = text.replace('{', '(').replace('}', ')');
    String file = "before: 1\nvalue: \"" + inside + "\"\nafter: 2\n";
    Claim.equal(new Yaml(new Loading()).load(file).toString(), mapping(expected), "CloudFormation");
    Claim.that(!inside.contains("{{"), "a reference", inside);
  }

  private static String mapping(String value) {
    return "{before=1, value=" + value + ", after=2}";
  }

  private static void hcl(String text) {
    String inside = Hcl.language().escape().apply(text);
    Claim.equal(Strings.hcl(inside), text, "HCL");
  }

  private static void bicep(String text) {
    String inside = BicepDoor.escape(text);
    Claim.equal(Strings.bicep(inside), text, "Bicep");
  }

  private static void markdown(String text) {
    String cell = Language.markdown().escape().apply(text);
    String file = "| A | B | C |\n| --- | --- | --- |\n| x | " + cell + " | y |\n";
    List<String> texts = MarkdownReader.texts(file);
    Claim.that(texts.size() == 6, "not six cells", texts);
    Claim.equal(visible(texts.get(4)), visible(text), "Markdown");
  }

  /** What Markdown cannot hold: controls, white space around a text, and the kind of a blank. */
  private static String visible(String text) {
    return text.strip().replaceAll("[\\x00-\\x09\\x0B-\\x1F]", " ").strip();
  }
}
