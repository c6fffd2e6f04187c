package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Location;
import dev.rulecast.diagnostic.UserText;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** The parsers' complaints in words of ours: one line, at the place where the text is wrong. */
final class SyntaxErrors {
  private static final int MAX_PROBLEM_CHARS = 200;

  /** Jackson's {@code [Source: …; line: 1, column: 2]}, whole in its parentheses or not. */
  private static final Pattern SOURCE =
      Pattern.compile("\\[Source: .*?; line: (\\d+), column: (\\d+)]");

  private final Format format;
  private final Places places;

  /** Turns the parsers' places into ours. */
  interface Places {
    /** The place of the parser's own complaint. */
    Location of(JacksonException e);

    /** A place in YAML. */
    Location of(Mark mark);
  }

  SyntaxErrors(Format format, Places places) {
    this.format = format;
    this.places = places;
  }

  Diagnostic diagnostic(JacksonException e) {
    if (e instanceof StreamConstraintsException) {
      return Diagnostic.error("too-long", places.of(e), "This number, key or text is far too long.")
          .withHint("shorten it; texts have at most %,d characters".formatted(Limits.MAX_TEXT));
    }
    return e.getCause() instanceof MarkedYamlEngineException yaml ? yaml(yaml, e) : json(e);
  }

  private Diagnostic yaml(MarkedYamlEngineException yaml, JacksonException e) {
    String problem = Optional.ofNullable(yaml.getProblem()).orElse("");
    Optional<Mark> opened = yaml.getContextMark();
    if (opened.isPresent() && isUnclosed(problem)) {
      return unclosed(Optional.ofNullable(yaml.getContext()).orElse(""), places.of(opened.get()));
    }
    Location place = yaml.getProblemMark().map(places::of).orElseGet(() -> places.of(e));
    return syntax(place, problem, yamlHint(problem));
  }

  private static boolean isUnclosed(String problem) {
    return problem.contains("unexpected end of stream")
        || problem.contains("unexpected document separator")
        || problem.contains("<stream end>")
        || problem.contains("<document start>")
        || problem.contains("<document end>");
  }

  private Diagnostic unclosed(String context, Location place) {
    if (context.contains("quoted scalar")) {
      return syntax(place, "the quote that opens here is not closed", "add the closing quote");
    }
    if (context.contains("flow")) {
      return syntax(place, "the bracket that opens here is not closed", "add the closing bracket");
    }
    return syntax(place, "what begins here does not end", "check the quotes and the brackets");
  }

  private static String yamlHint(String problem) {
    if (problem.contains("TAB")) {
      return "indent with spaces";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "put text that contains `: ` in quotes, and check the indentation";
    }
    if (problem.contains("cannot start any token")) {
      return "put text that begins with this character in quotes";
    }
    if (problem.contains("escape")) {
      return "write a backslash as \\\\, or use single quotes";
    }
    return "check the indentation, quotes and brackets here and on the line before";
  }

  private Diagnostic json(JacksonException e) {
    String problem = Optional.ofNullable(e.getOriginalMessage()).orElse("");
    if (e.getCause() instanceof NumberFormatException) {
      problem = "this escape is no character";
    }
    String readable = SOURCE.matcher(problem).replaceAll("line $1, column $2");
    return syntax(
        places.of(e),
        readable,
        "check the quotes, commas and brackets here and on the line before");
  }

  private Diagnostic syntax(Location place, String problem, String hint) {
    String line = problem.lines().findFirst().orElse("").strip();
    String visible = UserText.visible(line.isEmpty() ? "it cannot be read" : line);
    String bounded =
        visible.length() <= MAX_PROBLEM_CHARS
            ? visible
            : visible.substring(0, MAX_PROBLEM_CHARS) + "…";
    String stop = bounded.endsWith(".") || bounded.endsWith("…") ? "" : ".";
    return Diagnostic.error("syntax", place, "This is not valid " + format + ": " + bounded + stop)
        .withHint(hint);
  }
}
