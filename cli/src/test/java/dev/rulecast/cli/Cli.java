package dev.rulecast.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands in this process and catches what they print. */
final class Cli {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  private static final JsonMapper JSON = new JsonMapper();

  private InputStream in = InputStream.nullInputStream();
  private boolean terminal;
  private boolean noColor;
  private Optional<Path> home = Optional.empty();

  Cli in(String text) {
    in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Cli onTerminal() {
    terminal = true;
    return this;
  }

  Cli withoutColor() {
    noColor = true;
    return this;
  }

  Cli home(Path folder) {
    home = Optional.of(folder);
    return this;
  }

  /** Runs one; paths and whatever else may stand for their text. */
  Result run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = run(new PrintWriter(out), new PrintWriter(err), args);
    return new Result(exitCode, out.toString(), err.toString());
  }

  int run(PrintWriter out, PrintWriter err, Object... args) {
    Session session = new Session(in, out, err, terminal, terminal, noColor, home, TODAY);
    return Main.run(session, Stream.of(args).map(Object::toString).toArray(String[]::new));
  }

  record Result(int exitCode, String out, String err) {
    /** The objects on standard output; every line must be one. */
    List<JsonNode> outObjects() {
      return objects(out);
    }

    List<JsonNode> errObjects() {
      return objects(err);
    }

    private static List<JsonNode> objects(String text) {
      List<JsonNode> objects = new ArrayList<>();
      for (String line : text.split("\n", -1)) {
        if (!line.isEmpty()) {
          objects.add(JSON.readTree(line));
        }
      }
      if (!text.isEmpty() && !text.endsWith("}\n")) {
        throw new AssertionError("No line: " + text);
      }
      return objects;
    }
  }
}
