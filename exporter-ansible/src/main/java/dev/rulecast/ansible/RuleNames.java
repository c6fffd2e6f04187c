package dev.rulecast.ansible;

import dev.rulecast.model.Action;
import dev.rulecast.model.PortRange;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Side;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The display names of rules. {@code win_firewall_rule} finds a rule by its name, in whatever case
 * and direction, so a name says all that tells a rule from the others on any host, and nothing that
 * may change without it being another rule. The protocol is in it because the module cannot change
 * the protocol of a rule (ansible/ansible#31576).
 */
final class RuleNames {
  /** What people can read; Windows would take 10,000 characters ([MS-FASP] 2.2.37). */
  static final int MAX_CHARS = 200;

  private static final int HASH_CHARS = 12;
  private static final int PROGRAM_CHARS = 40;

  private final String role;

  /**
   * The names of one role.
   *
   * @param role every name begins with it, so that two roles on one host do not fight for a rule
   */
  RuleNames(String role) {
    this.role = role;
  }

  /** The name of the rule for a flow at one of its ends. */
  String of(Flow flow, Side side) {
    StringBuilder what = new StringBuilder();
    if (flow.action() == Action.DENY) {
      what.append("deny ");
    }
    what.append(flow.traffic().protocol());
    if (!flow.traffic().service().isEmpty()) {
      what.append(' ').append(flow.traffic().service());
    }
    StringBuilder qualifiers = new StringBuilder();
    if (!flow.traffic().sourcePorts().isEmpty()) {
      qualifiers.append(" (source ports ");
      qualifiers.append(
          flow.traffic().sourcePorts().stream()
              .map(PortRange::toString)
              .collect(Collectors.joining(",")));
      qualifiers.append(')');
    }
    if (side == Side.INBOUND) {
      flow.traffic().program().ifPresent(path -> qualifiers.append(program(path)));
    }
    return name(side, what.toString(), flow.source(), flow.destination(), qualifiers.toString());
  }

  /** The name of our rule that equals a rule of Windows. */
  String of(WindowsRule rule, Endpoint source, Endpoint endpoint) {
    return name(Side.INBOUND, rule.protocol() + " " + rule.name(), source, endpoint, "");
  }

  private String name(
      Side side, String what, Endpoint source, Endpoint destination, String qualifiers) {
    return shortened(
        role
            + (side == Side.INBOUND ? " in " : " out ")
            + what
            + " "
            + source.id()
            + " to "
            + destination.id()
            + qualifiers);
  }

  /** A path is long and may hold anything; the hash tells apart what the file's name does not. */
  private static String program(String path) {
    String file = path.substring(path.lastIndexOf('\\') + 1).replaceAll("[^A-Za-z0-9._-]+", "_");
    return " (program %s %s)"
        .formatted(file.substring(0, Math.min(file.length(), PROGRAM_CHARS)), hash(path));
  }

  private static String shortened(String name) {
    if (name.length() <= MAX_CHARS) {
      return name;
    }
    // The case does not tell names apart, so it must not tell hashes apart either.
    String hash = hash(key(name));
    return name.substring(0, MAX_CHARS - HASH_CHARS - 1) + " " + hash;
  }

  /** The same for names that Windows does not tell apart. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_CHARS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
