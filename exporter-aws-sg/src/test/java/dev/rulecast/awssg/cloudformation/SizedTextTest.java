package dev.rulecast.awssg.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SizedTextTest {
  private static String copy(SizedText text) throws IOException {
    StringWriter out = new StringWriter();
    text.copyTo(out);
    return out.toString();
  }

  @Test
  void keepsTextUpToItsSize() throws IOException {
    SizedText text = new SizedText(5);
    text.write("ab");
    text.write("xcdex", 1, 3);
    assertThat(text.bytes()).isEqualTo(5);
    assertThat(copy(text)).isEqualTo("abcde");
  }

  /** A template that is a hundred times too long must not fill the memory. */
  @Test
  void countsWhatIsTooLongAndKeepsNoneOfIt() throws IOException {
    SizedText text = new SizedText(5);
    text.write("abcd");
    text.write("efgh");
    text.write("ijkl");
    assertThat(text.bytes()).isEqualTo(12);
    assertThat(copy(text)).isEqualTo("abcd");
  }
}
