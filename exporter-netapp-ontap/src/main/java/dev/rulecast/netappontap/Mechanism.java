package dev.rulecast.netappontap;

/** What opens a service on a LIF. */
enum Mechanism {
  /** The LIF's firewall policy. */
  FIREWALL_POLICY("firewall policy"),
  /** The LIF's service policy. */
  SERVICE_POLICY("service policy");

  private final String title;

  Mechanism(String title) {
    this.title = title;
  }

  /** What people call it. */
  String title() {
    return title;
  }
}
