package dev.rulecast.terraform;

import dev.rulecast.template.Code;
import java.util.ArrayList;
import java.util.List;

/**
 * An endpoint whose addresses are a variable of the module.
 *
 * @param name the endpoint as an identifier
 * @param endpoint its id
 * @param description what the addresses are of
 * @param example addresses that fulfil the conditions, in HCL
 * @param conditions what must hold of them as a whole
 */
public record InputView(
    Code name,
    String endpoint,
    String description,
    List<Code> example,
    List<ConditionView> conditions) {
  /** The same with more conditions. */
  public InputView withConditions(List<ConditionView> more) {
    List<ConditionView> all = new ArrayList<>(conditions);
    all.addAll(more);
    return new InputView(name, endpoint, description, example, List.copyOf(all));
  }

  /**
   * A condition on the addresses.
   *
   * @param expression in HCL
   * @param message what to do where it does not hold
   */
  public record ConditionView(Code expression, String message) {}
}
