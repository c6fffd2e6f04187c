package dev.rulecast.terraform;

import dev.rulecast.awssg.SecurityGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which groups stand in which file. A module that a person can read in one file is one file; a
 * larger one has a file for each group, a very large one a file for each first letter. The choice
 * depends on what the groups are, so a new rule moves none of them, unless it is the one that makes
 * the module large.
 */
final class FileLayout {
  static final String MAIN = "main.tf";

  /** About 4,000 lines. */
  private static final int MAX_PERMISSIONS_IN_MAIN = 400;

  private static final int MAX_FILES = 500;

  private final Map<String, List<SecurityGroup>> files;

  private FileLayout(Map<String, List<SecurityGroup>> files) {
    this.files = files;
  }

  static FileLayout of(List<SecurityGroup> groups) {
    long permissions = groups.stream().mapToLong(g -> g.ingress().size() + g.egress().size()).sum();
    Map<String, List<SecurityGroup>> files = new TreeMap<>();
    for (SecurityGroup group : groups) {
      String file = MAIN;
      if (permissions > MAX_PERMISSIONS_IN_MAIN) {
        String name = group.name();
        file =
            groups.size() <= MAX_FILES
                ? "group-" + name + ".tf"
                : "groups-" + name.charAt(0) + ".tf";
      }
      files.computeIfAbsent(file, any -> new ArrayList<>()).add(group);
    }
    return new FileLayout(files);
  }

  List<SecurityGroup> groupsOf(String file) {
    return files.getOrDefault(file, List.of());
  }

  /** The files other than {@code main.tf}, by name. */
  List<String> otherFiles() {
    return files.keySet().stream().filter(name -> !name.equals(MAIN)).toList();
  }
}
