package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Location;
import dev.rulecast.diagnostic.UserText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** The parsers' complaints in words of ours: one line, at the place where the text is wrong. */
final class SyntaxErrors {
  /** How Jackson names a character. */
  private static final Pattern CHARACTER =
      Pattern.compile("Unexpected character \\('(.+?)' \\(code \\d+");

  private static final Pattern YAML_CODE = Pattern.compile("(\\S)\\(\\d+\\)$");

  private static final String QUOTE_FIRST = "put text that begins with this character in quotes";

  private static final Pattern CODE = Pattern.compile(" \\(code \\d+\\)");

  private static final String CHECK_YAML =
      "check the indentation, quotes and brackets here and on the line before";

  private final Places places;

  SyntaxErrors(Places places) {
    this.places = places;
  }

  /** Turns the parsers' places into ours. */
  interface Places {
    /** The place of the parser's current token. */
    Location current();

    /** Where the list or mapping that the parser is in begins. */
    Location container();

    /** The place of the parser's own complaint. */
    Location of(JacksonException e);

    /** A place in YAML. */
    Location of(Mark mark);
  }

  Diagnostic yaml(JacksonException e) {
    if (e instanceof StreamConstraintsException) {
      return SourceReader.tooLong(places.current());
    }
    if (e.getCause() instanceof MarkedYamlEngineException marked) {
      return yaml(marked, e);
    }
    if (e.getCause() instanceof YamlVersionException) {
      return syntax("YAML", places.of(e), "the version is unknown", "delete the %YAML line");
    }
    if (e.getCause() instanceof NumberFormatException) {
      String hint = "look behind this place for an escape such as \\U0001F600";
      return syntax("YAML", places.current(), "an escape is no character", hint);
    }
    return syntax("YAML", places.of(e), e.getOriginalMessage(), CHECK_YAML);
  }

  private Diagnostic yaml(MarkedYamlEngineException marked, JacksonException e) {
    String problem = Optional.ofNullable(marked.getProblem()).orElse("");
    Optional<Mark> opened = marked.getContextMark();
    if (opened.isPresent() && isUnclosed(problem)) {
      String context = Optional.ofNullable(marked.getContext()).orElse("");
      return unclosed(context, places.of(opened.get()));
    }
    Location place = marked.getProblemMark().map(places::of).orElseGet(() -> places.of(e));
    String context = Optional.ofNullable(marked.getContext()).orElse("");
    if (context.contains("scanning an alias") || context.contains("scanning an anchor")) {
      return syntax("YAML", opened.map(places::of).orElse(place), "no name follows", QUOTE_FIRST);
    }
    if (problem.startsWith("could not find expected ':'")) {
      String hint = "write `key: value`, with a space behind the colon";
      return syntax("YAML", opened.map(places::of).orElse(place), "a key has no colon", hint);
    }
    if (context.contains("parsing a flow") && opened.isPresent()) {
      String hint = "check the commas and quotes, and close the bracket of line ";
      int line = places.of(opened.get()).line();
      return syntax("YAML", place, yamlProblem(problem), hint + line);
    }
    return syntax("YAML", place, yamlProblem(problem), yamlHint(problem));
  }

  /** The parser's words without the names of its own tokens and the codes of characters. */
  private static String yamlProblem(String problem) {
    if (problem.startsWith("expected <block end>") && problem.contains("'<")) {
      return "what begins here does not fit in with what stands before it";
    }
    if (problem.contains("<document start>")) {
      return "a document behind a directive begins with ---";
    }
    int advice = problem.indexOf(" (Do not use ");
    String plain = advice < 0 ? problem : problem.substring(0, advice);
    return YAML_CODE
        .matcher(plain)
        .replaceFirst("$1")
        .replace("<block end>", "the end of the block")
        .replace("the node content", "a value")
        .replace("\\t(TAB)", "TAB");
  }

  private static boolean isUnclosed(String problem) {
    return problem.contains("unexpected end of stream")
        || problem.contains("unexpected document separator")
        || problem.contains("<stream end>")
        || problem.contains("found '<document")
        || problem.contains("got <document");
  }

  private Diagnostic unclosed(String context, Location place) {
    if (context.contains("quoted scalar")) {
      String problem = "the quote that opens here is not closed";
      return syntax("YAML", place, problem, "add the closing quote");
    }
    if (context.contains("flow")) {
      String problem = "the bracket that opens here is not closed";
      return syntax("YAML", place, problem, "add the closing bracket");
    }
    return syntax("YAML", place, "what begins here does not end", CHECK_YAML);
  }

  private static String yamlHint(String problem) {
    if (problem.contains("TAB")) {
      return "indent with spaces";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "put text that contains `: ` in quotes, and check the indentation";
    }
    if (problem.contains("cannot start any token")) {
      return QUOTE_FIRST;
    }
    if (problem.contains("escape")) {
      return "write a backslash as \\\\, or use single quotes";
    }
    if (problem.contains("tag")) {
      return "delete the tag";
    }
    return problem.contains("<document start>") ? "write --- behind the directive" : CHECK_YAML;
  }

  Diagnostic json(JacksonException e) {
    if (e instanceof StreamConstraintsException) {
      return SourceReader.tooLong(places.current());
    }
    String problem = Optional.ofNullable(e.getOriginalMessage()).orElse("");
    if (problem.startsWith("Unexpected end-of-input")) {
      String hint = "close every quote and bracket";
      return syntax("JSON", places.container(), "what begins here does not end", hint);
    }
    if (problem.contains("comment")) {
      String hint = "delete the comment, or write the document as YAML";
      return syntax("JSON", places.of(e), "JSON has no comments", hint);
    }
    return syntax("JSON", places.of(e), jsonProblem(problem), jsonHint(problem));
  }

  private static String jsonProblem(String problem) {
    if (problem.contains("CTRL-CHAR")) {
      return "there is a control character in a text";
    }
    Matcher character = CHARACTER.matcher(problem);
    if (character.find()) {
      return "the character " + UserText.quote(character.group(1)) + " was not expected";
    }
    // Behind the first colon Jackson speaks of its tokens, features and sources.
    int colon = problem.indexOf(": ");
    String first = colon < 0 ? problem : problem.substring(0, colon);
    return CODE.matcher(first).replaceAll("");
  }

  private static String jsonHint(String problem) {
    if (problem.contains("start property name")) {
      return "put keys in double quotes, and delete a comma before a closing bracket";
    }
    if (problem.contains("colon")) {
      return "write a colon between the key and its value";
    }
    if (problem.contains("comma")) {
      return "write a comma between two items";
    }
    if (problem.contains("CTRL-CHAR")) {
      return "close the quote, or write \\n for a line feed and \\t for a tab";
    }
    if (problem.contains("escape")) {
      return "write a backslash as \\\\";
    }
    if (problem.contains("numeric") || problem.contains("NaN")) {
      return "write numbers with the digits 0 to 9, without leading zeros";
    }
    if (problem.contains("surrogate")) {
      return "write both halves of the character, such as \\ud83d\\ude00";
    }
    if (problem.contains("token")) {
      return "put text in double quotes";
    }
    return "check the quotes, commas and brackets here and before";
  }

  private static Diagnostic syntax(String language, Location place, String problem, String hint) {
    String line = problem.lines().findFirst().orElse("").strip();
    String stop = line.endsWith(".") ? "" : ".";
    String message = "This is not valid " + language + ": " + UserText.visible(line) + stop;
    return Diagnostic.error("syntax", place, message).withHint(hint);
  }
}
