package dev.rulecast.terraform.azurerm;

/**
 * A network security group in the README.
 *
 * @param label its name in Azure
 * @param endpoints what it is for
 * @param inbound the number of its inbound rules
 * @param outbound the number of its outbound rules
 */
public record NsgRowView(String label, String endpoints, int inbound, int outbound) {}
