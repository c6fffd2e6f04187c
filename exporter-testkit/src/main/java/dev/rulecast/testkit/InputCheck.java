package dev.rulecast.testkit;

import java.util.List;
import java.util.Map;

/** Tries the inputs that an output has for the endpoints without addresses. */
@FunctionalInterface
public interface InputCheck {
  /**
   * Whether the output refuses what somebody gives for an endpoint, before any rule is made of it:
   * ask the platform's own tool, or evaluate the condition that the output has.
   *
   * @param files the output
   * @param endpoint the endpoint's id; the other inputs get {@link #right()}
   * @param given the addresses that are given; may be empty
   */
  boolean refuses(Map<String, String> files, String endpoint, List<String> given) throws Exception;

  /** What the output must not refuse; override it where an input is not a list of addresses. */
  default List<String> right() {
    return List.of("10.0.0.0/24");
  }
}
