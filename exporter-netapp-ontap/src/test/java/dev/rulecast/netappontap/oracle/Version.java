package dev.rulecast.netappontap.oracle;

/** A release, reduced to what tables of NetApp compare: {@code 9.13} is 913. */
record Version(int number) {
  static Version of(String text) {
    String[] parts = text.split("\\.", -1);
    return new Version(Integer.parseInt(parts[0]) * 100 + Integer.parseInt(parts[1]));
  }

  boolean is82() {
    return number == 802;
  }

  boolean isFrom(int first) {
    return number >= first;
  }

  boolean isTo(int last) {
    return number <= last;
  }
}
