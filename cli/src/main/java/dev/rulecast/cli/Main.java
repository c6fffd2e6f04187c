package dev.rulecast.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** The command {@code rulecast}. */
public final class Main {
  private Main() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    // FreeMarker would start Java's logging, which takes time and writes to standard error.
    System.setProperty("org.freemarker.loggerLibrary", "none");
    HeadStart.begin(args);
    String noColor = System.getenv("NO_COLOR");
    String home = System.getProperty("rulecast.home");
    Session session =
        new Session(
            System.in,
            writer(FileDescriptor.out),
            writer(FileDescriptor.err),
            Boolean.getBoolean("rulecast.stdout.tty"),
            Boolean.getBoolean("rulecast.stderr.tty"),
            noColor != null && !noColor.isEmpty(),
            home == null ? Optional.empty() : Optional.of(Path.of(home)),
            LocalDate.now(Clock.systemUTC()));
    System.exit(run(session, args));
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new LineFeedWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }

  /** Runs the command and returns its exit code; throws nothing. */
  static int run(Session session, String... args) {
    int exitCode;
    try {
      exitCode = Commands.of(session, args).execute(args);
    } catch (RuntimeException | Error e) {
      exitCode = new Failures(session).report(e, CommonOptions.among(args));
    }
    // Flushes, too. A PrintWriter has no other way to tell that the disk is full or the pipe
    // closed.
    if (session.out().checkError()) {
      CommandException lost =
          CommandException.of(ExitCode.IO, "output", "Standard output cannot be written.", "");
      exitCode =
          ExitCode.worse(exitCode, new Failures(session).report(lost, CommonOptions.among(args)));
    }
    session.err().flush();
    return exitCode;
  }
}
