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
    return EvaluatedModule.of(
        Provider.AWS, Map.of("main.tf", text), Map.of(), (address, any) -> address);
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
        "\"e\\u0301\" gives é",
        "[1, 2][1] gives 2",
        "{ a = 1 }[\"a\"] gives 1",
        "1 == 1 ? 2 : 3 gives 2",
        "[1 < 1, 1 <= 1, 2 <= 1] gives [false, true, false]",
        "[for k, v in { a = 1, b = 2 } : k if v > 1] gives [b]",
        "{ for k, v in { a = 1, b = 2 } : k => v if v > 1 } gives {b=2}",
        "toset([\"b\", \"a\", \"b\"]) gives [a, b]",
        "setsubtract([\"b\", \"a\"], [\"b\", \"c\"]) gives [a]",
        "setintersection([\"b\", \"a\"], [\"b\", \"c\"]) gives [b]",
        "flatten([[\"b\", [\"a\"]], [], [1]]) gives [b, a, 1]",
        "[one([]) == null, one([3]), can(one([1, 2]))] gives [true, 3, false]",
        "[lookup({ a = 1 }, \"a\", 2), lookup({ a = 1 }, \"b\", 2)] gives [1, 2]",
        "[for part in split(\"/\", \"10.0.0.0/8/\") : \"<${part}>\"] gives [<10.0.0.0>, <8>, <>]",
        "tonumber(\"08\") + length(\"ab\") gives 10",
        "length(distinct([\"a\", \"b\", \"a\"])) + 1 gives 3",
        "[can(cidrnetmask(\"::/8\")), can(cidrnetmask(\"10.0.0.0/33\")),"
            + " can(cidrnetmask(\"10.0.0.0/8\"))] gives [false, false, true]",
      })
  void evaluates(String expression, String value) {
    assertThat(local(expression)).hasToString(value);
  }

  /** As between round and square brackets, and unlike in other braces. */
  @Test
  void aLoopMayHaveLinesOfItsOwn() {
    assertThat(local("{\n  for k, v in { a = 1, b = 2 } : k => v\n  if v > 1\n  }"))
        .hasToString("{b=2}");
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
        "[1][1]",
        "[1][\"0\"]",
        "{ a = 1 }[\"b\"]",
        "toset([1])[0]",
        "one([1, 2])",
        "[for k, v in [1] : v]",
        "[for v in { a = 1 } : v]",
        "[for v in [1] : v if 1]",
        "tonumber(\"1a\")",
        "setunion([1], [2])",
        "split(\"/\")",
        "{ a = 1 b = 2 }",
        "{ a = 1, a = 2 }",
        "{ for k, v in { a = 1, b = 2 } : \"x\" => v }",
        "1 - 1",
        "1 == 1 ? 2",
        "1 ? 2 : 3",
        "1 == 1 ? [][0] : 3",
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
        "resource \"azurerm_network_security_group\" \"a\" {\n  name = \"a\"\n}\n",
        "resource \"aws_security_group\" \"a\" {\n  description = \"a\"\n}\n",
        "resource \"aws_vpc_security_group_ingress_rule\" \"a\" {\n  for_each = [1]\n}\n",
        "resource \"aws_vpc_security_group_ingress_rule\" \"a\" {\n  depends_on = [a.b]\n}\n",
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
