package dev.rulecast.terraform.hcl;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What modules have of a provider. An attribute or block that is not named here is refused.
 *
 * @param name of the provider in {@code required_providers}
 * @param source its address in the registry
 * @param resources the kinds of resources by their type
 * @param data the kinds of data sources by their type
 */
public record Provider(
    String name, String source, Map<String, Kind> resources, Map<String, Kind> data) {
  /** Security groups of EC2, and their rules. */
  public static final Provider AWS =
      new Provider(
          "aws",
          "hashicorp/aws",
          Map.of(
              "aws_security_group",
              new Kind(List.of("name_prefix", "description", "vpc_id", "tags"), List.of(), true),
              "aws_vpc_security_group_ingress_rule",
              Kind.AWS_RULE,
              "aws_vpc_security_group_egress_rule",
              Kind.AWS_RULE),
          Map.of());

  /** Network security groups of Azure, their rules, and application security groups. */
  public static final Provider AZURERM =
      new Provider(
          "azurerm",
          "hashicorp/azurerm",
          Map.of(
              "azurerm_network_security_group",
              new Kind(
                  List.of("name", "resource_group_name", "location", "tags"), List.of(), false),
              "azurerm_network_security_rule",
              new Kind(
                  List.of(
                      "resource_group_name",
                      "network_security_group_name",
                      "name",
                      "description",
                      "priority",
                      "direction",
                      "access",
                      "protocol",
                      "source_port_range",
                      "destination_port_range",
                      "source_address_prefix",
                      "destination_address_prefix"),
                  List.of(
                      "source_port_ranges",
                      "source_address_prefixes",
                      "source_application_security_group_ids",
                      "destination_address_prefixes",
                      "destination_application_security_group_ids"),
                  false)),
          Map.of(
              "azurerm_application_security_group",
              new Kind(List.of("name", "resource_group_name"), List.of(), false)));

  /**
   * A kind of resources or data sources.
   *
   * @param arguments single values and maps
   * @param sets arguments that are sets of texts: Terraform sorts them
   * @param replacedFirst whether each must be replaced before it is destroyed
   */
  public record Kind(List<String> arguments, List<String> sets, boolean replacedFirst) {
    private static final Kind AWS_RULE =
        new Kind(
            List.of(
                "security_group_id",
                "description",
                "ip_protocol",
                "from_port",
                "to_port",
                "cidr_ipv4",
                "cidr_ipv6",
                "prefix_list_id",
                "referenced_security_group_id",
                "tags"),
            List.of(),
            false);
  }

  /** What clouds call their resources. */
  @FunctionalInterface
  public interface Ids {
    /**
     * The id of a resource or data source.
     *
     * @param address in the module, such as {@code aws_security_group.web}
     * @param arguments those that the module gives
     */
    String of(String address, SortedMap<String, Object> arguments);
  }
}
