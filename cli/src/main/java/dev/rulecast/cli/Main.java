package dev.rulecast.cli;

/** The command {@code rulecast}. Placeholder: prints its version. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("rulecast " + Main.class.getPackage().getImplementationVersion());
  }
}
