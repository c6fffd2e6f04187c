package dev.rulecast.ansible;

import dev.rulecast.template.Code;
import java.util.List;

/**
 * An endpoint whose addresses the user of the role gives.
 *
 * @param name the key in the role's variable
 * @param id the endpoint
 * @param description what it is, for the role's documentation
 * @param usable versions of IP that some rule can use
 * @param required versions of IP of which an address must be given
 * @param expected what must be given, in words
 * @param example addresses that may be given
 */
public record InputView(
    String name,
    String id,
    String description,
    List<Code> usable,
    List<Code> required,
    String expected,
    List<String> example) {}
