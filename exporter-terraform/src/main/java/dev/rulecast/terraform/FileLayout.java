package dev.rulecast.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Which groups stand in which file. A module that a person can read in one file is one file; a
 * larger one has a file for each group, a very large one a file for each first letter. The choice
 * depends on what the groups are, so a new rule moves none of them, unless it is the one that makes
 * the module large.
 *
 * @param <G> a group of rules
 */
public final class FileLayout<G> {
  /** The file that every module has. */
  public static final String MAIN = "main.tf";

  /** About 4,000 lines. */
  private static final int MAX_RULES_IN_MAIN = 400;

  private static final int MAX_FILES = 500;

  private final Map<String, List<G>> files;

  private FileLayout(Map<String, List<G>> files) {
    this.files = files;
  }

  /**
   * The layout of some groups.
   *
   * @param name the name of a group as a part of file names: lower-case letters, digits, dots and
   *     hyphens; those with the same name share a file
   * @param rules how many rules a group has
   */
  public static <G> FileLayout<G> of(
      List<G> groups, Function<G, String> name, ToIntFunction<G> rules) {
    long all = groups.stream().mapToLong(rules::applyAsInt).sum();
    Map<String, List<G>> files = new TreeMap<>();
    for (G group : groups) {
      String file = MAIN;
      if (all > MAX_RULES_IN_MAIN) {
        String own = name.apply(group);
        file =
            groups.size() <= MAX_FILES ? "group-" + own + ".tf" : "groups-" + own.charAt(0) + ".tf";
      }
      files.computeIfAbsent(file, any -> new ArrayList<>()).add(group);
    }
    return new FileLayout<>(files);
  }

  /** The groups in a file; none if there is no such file. */
  public List<G> groupsOf(String file) {
    return files.getOrDefault(file, List.of());
  }

  /** The files other than {@code main.tf}, by name. */
  public List<String> otherFiles() {
    return files.keySet().stream().filter(name -> !name.equals(MAIN)).toList();
  }
}
