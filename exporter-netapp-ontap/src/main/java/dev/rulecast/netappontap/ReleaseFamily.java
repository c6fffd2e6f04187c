package dev.rulecast.netappontap;

/** Releases in which the same commands guard a LIF. */
public enum ReleaseFamily {
  /** Firewall policies whose entries allow or deny. */
  V8_2("8.2", "clustered Data ONTAP 8.2"),
  /** Firewall policies whose entries allow. */
  V8_3("8.3", "clustered Data ONTAP 8.3 and ONTAP 9.0 to 9.5"),
  /** Firewall policies, but HTTPS and SSH are services of the LIF's service policy. */
  V9_6("9.6", "ONTAP 9.6 to 9.9.1"),
  /** Service policies alone: firewall policies exist, but open nothing. */
  V9_10_1("9.10.1", "ONTAP 9.10.1 and later");

  private final String first;
  private final String title;

  ReleaseFamily(String first, String title) {
    this.first = first;
    this.title = title;
  }

  /** The first release, such as {@code 9.6}. */
  public String first() {
    return first;
  }

  /** What people call these releases. */
  public String title() {
    return title;
  }

  /** Whether firewall policies open anything. */
  public boolean hasFirewallPolicies() {
    return this != V9_10_1;
  }

  /** Whether service policies have services of data and management LIFs. */
  public boolean hasServicePolicies() {
    return this == V9_6 || this == V9_10_1;
  }
}
