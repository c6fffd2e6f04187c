package dev.rulecast.exporter;

/** A part of a flow that a platform may be unable to match, so that its rule is wider. */
public enum Dimension {
  /** Ports at the source. */
  SOURCE_PORTS("sourcePorts"),
  /** ICMP type and code. */
  ICMP_TYPE("icmpType"),
  /** The program that listens. */
  PROGRAM("program"),
  /** Destination ports, where a platform opens services by name. */
  PORTS("ports"),
  /** The addresses of the source, where a platform's predefined rules are used as they are. */
  SOURCE("source");

  private final String word;

  Dimension(String word) {
    this.word = word;
  }

  /** The name in manifests, such as {@code sourcePorts}. */
  public String word() {
    return word;
  }
}
