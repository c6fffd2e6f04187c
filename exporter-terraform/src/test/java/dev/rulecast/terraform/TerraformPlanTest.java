package dev.rulecast.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rulecast.testkit.reference.Permission;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the reader makes of plans, without Terraform. */
class TerraformPlanTest {
  private static final String RULE =
      """
      {"address": "rule.a", "type": "aws_vpc_security_group_ingress_rule", "change": {
        "after": {"security_group_id": "sg-1", "description": "LDAP", "ip_protocol": "tcp",
          "from_port": 389, "to_port": 389, "cidr_ipv4": "10.0.0.1/32", "cidr_ipv6": null,
          "prefix_list_id": null, "referenced_security_group_id": null},
        "after_unknown": {"id": true, "arn": true}}}
      """;

  private static List<String> permissions(String... changes) {
    List<JsonNode> nodes = Stream.of(changes).map(new JsonMapper()::readTree).toList();
    return TerraformPlan.permissions(nodes, Map.of("sg-1", "servers", "sg-2", "clients")).stream()
        .map(Permission::toString)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"cidr_ipv6\": null', '\"cidr_ipv6\": null', tcp 389..389 cidr:10.0.0.1/32",
    "'\"cidr_ipv4\": \"10.0.0.1/32\", \"cidr_ipv6\": null',"
        + " '\"cidr_ipv4\": null, \"cidr_ipv6\": \"::/0\"', tcp 389..389 cidr:::/0",
    "'\"cidr_ipv4\": \"10.0.0.1/32\"', '\"referenced_security_group_id\": \"sg-2\"',"
        + " tcp 389..389 group:clients",
    "'\"cidr_ipv4\": \"10.0.0.1/32\"', '\"referenced_security_group_id\": \"sg-3\"',"
        + " tcp 389..389 group:sg-3",
    "'\"cidr_ipv4\": \"10.0.0.1/32\"', '\"prefix_list_id\": \"pl-1\"',"
        + " tcp 389..389 prefix-list:pl-1",
    "'\"from_port\": 389, \"to_port\": 389', '\"from_port\": null', tcp none..none cidr:10.0.0.1/32",
  })
  void readsARule(String text, String replacement, String permission) {
    String others =
        ", \"cidr_ipv6\": null,\n    \"prefix_list_id\": null, \"referenced_security_group_id\": null";
    String rule = RULE.replace(text, replacement);
    boolean otherPeer = !replacement.contains("cidr") && !replacement.contains("port");
    String changed = otherPeer ? rule.replace(others, "") : rule;

    assertThat(permissions(changed)).containsExactly("servers ingress " + permission);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"id\": true', '\"cidr_ipv4\": true', unknown before apply",
    "'\"id\": true', '\"security_group_id\": true', unknown before apply",
    "'\"prefix_list_id\": null', '\"prefix_list_id\": \"pl-1\"', has peers of these kinds",
    "'\"10.0.0.1/32\"', null, has peers of these kinds",
    "'\"10.0.0.1/32\"', '\"::1/128\"', mixes up families",
    "'\"LDAP\"', '\"a -> b\"', a description that EC2 refuses",
    "'\"LDAP\"', '\"\"', a description that EC2 refuses",
    "aws_vpc_security_group_ingress_rule, aws_security_group_rule, Unexpected resource",
  })
  void refusesWhatItDoesNotUnderstand(String text, String replacement, String message) {
    assertThatThrownBy(() -> permissions(RULE.replace(text, replacement)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesAPermissionThatOccursTwice() {
    String again = RULE.replace("rule.a", "rule.b").replace("LDAP", "Other");

    assertThatThrownBy(() -> permissions(RULE, again)).hasMessageContaining("repeats");
  }

  @Test
  void refusesRulesInsideAGroup() {
    String group =
        """
        {"address": "group.a", "type": "aws_security_group", "change": {
          "after": {"description": "A", "ingress": [{"from_port": 1}], "egress": []}}}
        """;

    assertThat(permissions(group.replace("{\"from_port\": 1}", ""))).isEmpty();
    assertThatThrownBy(() -> permissions(group)).hasMessageContaining("rules inside");
  }
}
