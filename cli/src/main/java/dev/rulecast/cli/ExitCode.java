package dev.rulecast.cli;

/** The exit codes. Of 5, 70 and 4 the one that stands first here wins. */
final class ExitCode {
  /** Done. */
  static final int OK = 0;

  /** {@code check} found differences. */
  static final int DIFFERENT = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** The input has errors. */
  static final int INPUT = 3;

  /** A flow is unsupported, or wider under {@code --strict}. */
  static final int UNSUPPORTED = 4;

  /** Reading or writing failed. */
  static final int IO = 5;

  /** A plugin or rulecast itself failed. */
  static final int INTERNAL = 70;

  private ExitCode() {}

  /** The code of a run of which two parts ended with these. */
  static int worse(int a, int b) {
    return rank(a) >= rank(b) ? a : b;
  }

  private static int rank(int code) {
    return switch (code) {
      case IO -> 4;
      case INTERNAL -> 3;
      case UNSUPPORTED -> 2;
      case OK -> 0;
      default -> 1;
    };
  }
}
