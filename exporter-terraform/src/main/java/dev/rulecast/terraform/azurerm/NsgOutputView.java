package dev.rulecast.terraform.azurerm;

import dev.rulecast.template.Code;
import java.util.List;

/**
 * A network security group that the module makes, for its outputs.
 *
 * @param name the local name of the group
 * @param label its name in Azure
 * @param rules the local names of its rules
 */
public record NsgOutputView(Code name, String label, List<Code> rules) {}
