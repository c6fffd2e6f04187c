package dev.rulecast.cli;

import dev.rulecast.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs real processes, in an environment of which every test says what is in it. */
final class Processes {
  private static final int MAX_MINUTES = 5;

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private String in = "";

  Processes(Path folder) {
    this.folder = folder;
    environment.put("PATH", System.getenv("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("HOME", folder.toString());
    environment.put("LC_ALL", "C.UTF-8");
  }

  /** Sets a variable of the environment. */
  Processes with(String name, Object value) {
    environment.put(name, value.toString());
    return this;
  }

  Processes without(String name) {
    environment.remove(name);
    return this;
  }

  Processes in(String text) {
    in = text;
    return this;
  }

  /** Makes a folder for the PATH that has these tools of the system and no others. */
  static Path tools(Path folder, String... names) throws IOException {
    for (String name : names) {
      script(folder.resolve(name), "#!/bin/sh\nPATH=/usr/bin:/bin exec " + name + " \"$@\"\n");
    }
    return folder;
  }

  static Path script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Runs a command to its end. */
  Result run(Object... command) throws Exception {
    Path out = Files.createTempFile("rulecast", ".out");
    Path err = Files.createTempFile("rulecast", ".err");
    Path input = Files.writeString(Files.createTempFile("rulecast", ".in"), in);
    try {
      List<String> words = Stream.of(command).map(Object::toString).toList();
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectInput(input.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("Still running: " + Arrays.toString(command));
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
      Files.delete(input);
    }
  }
}
