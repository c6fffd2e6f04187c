package dev.rulecast.netappontap;

import dev.rulecast.policy.Endpoint;
import java.util.regex.Pattern;

/** The folder of an endpoint in the output. */
record Folder(String name) {
  /** Windows has no files of these names; ids may be any of them. */
  private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

  static Folder of(Endpoint endpoint) {
    String id = endpoint.id();
    // No id has an underscore, so that this is nobody else's name.
    return new Folder(DEVICE.matcher(id).matches() ? id + "_" : id);
  }

  String file(String fileName) {
    return name + "/" + fileName;
  }
}
