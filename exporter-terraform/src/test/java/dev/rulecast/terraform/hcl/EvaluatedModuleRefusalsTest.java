package dev.rulecast.terraform.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader refuses what it does not know, as Terraform refuses what is not its language. */
class EvaluatedModuleRefusalsTest {
  private static EvaluatedModule module(String text) {
    return EvaluatedModule.of(Map.of("main.tf", text), Map.of(), address -> address);
  }

  private static Object local(String expression) {
    String text = "locals {\n  a = %s\n}\noutput \"a\" {\n  value = local.a\n}\n";
    return module(text.formatted(expression)).outputs().get("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " gives ",
      value = {
        "\"a$${b}\\\"\\\\\\u00e9\" gives a${b}\"\\é",
        "\"a${1}${\"b\"}\" gives a1b",
        "merge({ a = 1, b = 2 }, { b = -3 }) gives {a=1, b=-3}",
        "{ for k, v in { b = 1, a = 2 } : \"x/${k}\" => v } gives {x/a=2, x/b=1}",
        "[for v in values({ b = 1, a = 2 }) : v > 1] gives [true, false]",
        "try({}.a, \"none\") gives none",
        "can(regex(\"^b\", \"ab\")) || !can({ a = 1 }.a) gives false",
        "cidrsubnet(\"10.1.2.3/8\", 0, 0) gives 10.0.0.0/8",
        "cidrsubnet(\"2001:DB8:0:0:1::7/64\", 0, 0) gives 2001:db8::/64",
        "cidrsubnet(\"2001:db8:0:1:0:0:0:0/64\", 0, 0) gives 2001:db8:0:1::/64",
        "length(distinct([\"a\", \"b\", \"a\"])) + 1 gives 3",
        "[can(cidrnetmask(\"::/8\")), can(cidrnetmask(\"10.0.0.0/33\")),"
            + " can(cidrnetmask(\"10.0.0.0/8\"))] gives [false, false, true]",
      })
  void evaluates(String expression, String value) {
    assertThat(local(expression)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"a",
        "\"a\nb\"",
        "\"%{ if true }a%{ endif }\"",
        "\"\\x\"",
        "<<EOT\na\nEOT",
        "[1, 2",
        "[1 2]",
        "[1][0]",
        "{ a = 1 b = 2 }",
        "{ a = 1, a = 2 }",
        "{ for k, v in { a = 1, b = 2 } : \"x\" => v }",
        "1 - 1",
        "1 == 1 ? 2 : 3",
        "\"a\" && true",
        "\"${{}}\"",
        "upper(\"a\")",
        "regex(\"a\", \"b\")",
        "{ a = 1 }.b",
        "local.b",
        "local.a",
        "var.a",
        "data.x.y",
      })
  void refusesWhatItDoesNotKnow(String expression) {
    assertThatThrownBy(() -> local(expression))
        .isInstanceOfAny(HclException.class, NumberFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = 1\n",
        "locals {\n  a = 1\n  a = 2\n}\n",
        "locals {\n  a = 1\n}\nlocals {\n  a = 1\n}\n",
        "locals { a = 1 }\n",
        "data \"x\" \"y\" {\n}\n",
        "resource \"aws_security_group\" \"a\" {\n  ingress = []\n}\n",
        "resource \"aws_security_group\" \"a\" {\n  ingress {\n  }\n}\n",
        "resource \"aws_vpc_security_group_ingress_rule\" \"a\" {\n  count = 2\n}\n",
        "terraform {\n"
            + "  required_providers {\n"
            + "    aws = {\n"
            + "      source = \"other/aws\"\n"
            + "    }\n"
            + "  }\n"
            + "}\n",
        "variable \"a\" {\n  type = string\n  nullable = false\n}\n",
        "variable \"a\" {\n  type = any\n  default = 1\n  nullable = false\n}\n",
      })
  void refusesOtherModules(String text) {
    assertThatThrownBy(() -> module(text)).isInstanceOf(HclException.class);
  }

  @Test
  void tellsWhatAValidationRefuses() {
    String variable =
        """
        variable "a" {
          type     = map(string)
          default  = {}
          nullable = false

          validation {
            condition     = length(var.a) > 0
            error_message = "Empty."
          }
        }
        """;

    assertThat(module(variable).refusals()).containsExactly("Empty.");
  }
}
