package dev.rulecast.azurensg;

/** What is done with the traffic of an endpoint that no rule is about. */
public enum DenyRest {
  /**
   * Nothing: Azure's default rules decide, which allow all traffic inside the virtual network and
   * to the Internet.
   */
  NONE,
  /** It is denied, in both directions, for the addresses of the endpoint. */
  ENDPOINT
}
