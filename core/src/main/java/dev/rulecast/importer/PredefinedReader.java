package dev.rulecast.importer;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.SuggestionsForMany;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.RuleNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads lists such as "Enable the following inbound connection rules: …". Where the rules are
 * needed stands in the steps before ("On every domain controller, …"), and who uses them in the
 * table that the list belongs to.
 */
final class PredefinedReader {
  private static final List<String> WHERE = List.of("on every ", "on each ", "on all ");
  private static final int MAX_NAME = 100;

  private final Map<String, String> known = new TreeMap<>();
  private final SuggestionsForMany suggestions = new SuggestionsForMany();

  /** Reads lists against the names that Windows has; empty if nobody knows them. */
  PredefinedReader(Set<String> windowsRules) {
    windowsRules.forEach(name -> known.put(name.toLowerCase(Locale.ROOT), name));
  }

  /** Whether a list is one of predefined rules. */
  static boolean isMeant(RuleList list) {
    String intro = list.intro().text().toLowerCase(Locale.ROOT);
    return intro.contains("following") && intro.contains("rules") && intro.contains("enable");
  }

  /**
   * Reads a list.
   *
   * @param entries what the rows of its table became
   * @param sentences what is said about the ports of the machine that opens connections
   * @return absent if the whole list cannot be read, which is then told
   */
  Optional<PredefinedDraft> read(
      RuleList list,
      List<Entry> entries,
      List<SourcePortSentence> sentences,
      List<Diagnostic> problems) {
    String intro = list.intro().text().toLowerCase(Locale.ROOT);
    Optional<EndpointName> source = source(entries, sentences);
    Optional<EndpointName> endpoint = endpoint(list, entries, source);
    if (!isAboutWindows(list) || (intro.contains("outbound") && !intro.contains("inbound"))) {
      problems.add(unread(list, "They seem to be no inbound rules of Windows."));
      return Optional.empty();
    }
    if (source.isEmpty() || endpoint.isEmpty()) {
      problems.add(
          unread(
              list,
              source.isEmpty()
                  ? "Who may use what they open is not said."
                  : "On which machines they are needed is not said."));
      return Optional.empty();
    }
    List<PredefinedDraft.Name> names = new ArrayList<>();
    List<Entry.Unread> unread = new ArrayList<>();
    for (Prose item : list.items()) {
      Optional<Diagnostic> problem = problem(item);
      if (problem.isPresent()) {
        unread.add(new Entry.Unread(item.location().line(), item.text(), List.of(problem.get())));
      } else {
        String name = known.getOrDefault(item.text().toLowerCase(Locale.ROOT), item.text());
        boolean same = name.equals(item.text());
        names.add(
            new PredefinedDraft.Name(name, same ? Optional.empty() : Optional.of(item.text())));
      }
    }
    return Optional.of(
        new PredefinedDraft(
            list.location().line(), source.get(), endpoint.get(), purpose(list), names, unread));
  }

  /** Names that only Windows knows are checked here, because nobody could export others. */
  private Optional<Diagnostic> problem(Prose item) {
    String name = item.text();
    if (name.isBlank()
        || name.codePoints().anyMatch(UserText::isForbidden)
        || name.length() > RuleNote.MAX_TEXT) {
      return Optional.of(
          PredefinedDraft.problem(item, "This is not the name of a rule.", Optional.empty()));
    }
    if (known.isEmpty() || known.containsKey(name.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    return Optional.of(
        PredefinedDraft.problem(
            item,
            UserText.quote(name) + " is not a predefined rule of Windows, and was not read.",
            suggestions.didYouMean(name, known.values())));
  }

  private static Diagnostic unread(RuleList list, String why) {
    return PredefinedDraft.problem(
        list.intro(),
        "This list of "
            + (list.items().size() == 1 ? "a rule" : list.items().size() + " rules")
            + " was not read. "
            + why,
        Optional.of("add it to predefinedRules by hand"));
  }

  private static boolean isAboutWindows(RuleList list) {
    List<String> texts = new ArrayList<>();
    texts.add(list.section().title());
    texts.add(list.intro().text());
    list.section().before(list.prose()).forEach(prose -> texts.add(prose.text()));
    return texts.stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("windows"));
  }

  /** The machine that the sentences name, or the only one that opens connections. */
  private static Optional<EndpointName> source(
      List<Entry> entries, List<SourcePortSentence> sentences) {
    if (!sentences.isEmpty()) {
      return Optional.of(sentences.get(sentences.size() - 1).machine());
    }
    Map<String, EndpointName> sources = new LinkedHashMap<>();
    drafts(entries)
        .forEach(draft -> draft.sources().forEach(name -> sources.putIfAbsent(name.key(), name)));
    return only(sources);
  }

  private static Optional<EndpointName> endpoint(
      RuleList list, List<Entry> entries, Optional<EndpointName> source) {
    List<Prose> before = list.section().own(list.prose());
    for (int i = before.size() - 1; i >= 0; i--) {
      Optional<String> where = where(before.get(i).text());
      if (where.isPresent()) {
        return where.map(EndpointName::of);
      }
    }
    Map<String, EndpointName> destinations = new LinkedHashMap<>();
    drafts(entries).stream()
        .filter(
            draft ->
                draft.sources().stream()
                    .anyMatch(name -> source.isPresent() && name.key().equals(source.get().key())))
        .forEach(
            draft ->
                draft.destinations().forEach(name -> destinations.putIfAbsent(name.key(), name)));
    return only(destinations);
  }

  private static Optional<EndpointName> only(Map<String, EndpointName> names) {
    return names.size() == 1 ? Optional.of(names.values().iterator().next()) : Optional.empty();
  }

  private static List<Draft> drafts(List<Entry> entries) {
    List<Draft> drafts = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Rules rules) {
        drafts.addAll(rules.drafts());
      }
    }
    return drafts;
  }

  /** The words behind {@code On every}, up to the next comma or full stop. */
  private static Optional<String> where(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String beginning : WHERE) {
      int at = lower.indexOf(beginning);
      boolean begins = at == 0 || (at > 0 && lower.charAt(at - 1) == ' ');
      if (!begins || lower.length() != text.length()) {
        continue;
      }
      int start = at + beginning.length();
      int end = start;
      while (end < text.length() && ",.:;".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      String name = text.substring(start, end).strip();
      boolean usable = !Words.of(name).isEmpty() && name.length() <= MAX_NAME;
      if (usable && end < text.length()) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** The sentence before the list, without the number of its step. */
  private static String purpose(RuleList list) {
    String text = list.intro().text();
    String plain = text.substring(0, text.length() - 1).strip();
    if (plain.toLowerCase(Locale.ROOT).startsWith("step ")) {
      for (int i = 0; i < plain.length(); i++) {
        if (Words.isDash(plain.charAt(i)) || plain.charAt(i) == '.') {
          plain = plain.substring(i + 1).strip();
          break;
        }
      }
    }
    boolean usable =
        !Words.of(plain).isEmpty()
            && plain.length() <= RuleNote.MAX_TEXT
            && plain.codePoints().noneMatch(UserText::isForbidden);
    return usable ? plain : "Predefined rules of Windows";
  }
}
