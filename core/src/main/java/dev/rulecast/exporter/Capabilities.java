package dev.rulecast.exporter;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the rules of a platform can express. From this the core derives outcomes, so that an
 * exporter only meets what it can write.
 *
 * @param widened dimensions that it cannot match. An allow is written wider, a deny is unsupported.
 * @param deny whether it has rules that deny
 * @param outbound whether it has rules for outbound connections
 * @param everyProtocol whether it matches every protocol, or only TCP, UDP, ICMP, ESP, AH and "any"
 * @param predefinedPlatforms platforms whose predefined rules it can enable, such as {@code
 *     windows}
 */
public record Capabilities(
    Set<Dimension> widened,
    boolean deny,
    boolean outbound,
    boolean everyProtocol,
    Set<String> predefinedPlatforms) {
  /** Copies the sets, sorted. */
  public Capabilities {
    widened = Collections.unmodifiableSet(new TreeSet<>(widened));
    predefinedPlatforms = Collections.unmodifiableSet(new TreeSet<>(predefinedPlatforms));
  }

  /** Expresses everything but predefined rules exactly. */
  public static Capabilities exact() {
    return new Capabilities(Set.of(), true, true, true, Set.of());
  }

  /** The same, but unable to match these dimensions either. */
  public Capabilities widening(Dimension first, Dimension... more) {
    Set<Dimension> all = EnumSet.of(first, more);
    all.addAll(widened);
    return new Capabilities(all, deny, outbound, everyProtocol, predefinedPlatforms);
  }

  /** The same, but without rules that deny. */
  public Capabilities withoutDeny() {
    return new Capabilities(widened, false, outbound, everyProtocol, predefinedPlatforms);
  }

  /** The same, but without outbound rules. */
  public Capabilities withoutOutbound() {
    return new Capabilities(widened, deny, false, everyProtocol, predefinedPlatforms);
  }

  /** The same, but matching only TCP, UDP, ICMP, ESP, AH and every protocol at once. */
  public Capabilities withCommonProtocolsOnly() {
    return new Capabilities(widened, deny, outbound, false, predefinedPlatforms);
  }

  /** The same, and able to enable the predefined rules of a platform. */
  public Capabilities enablingPredefined(String platform) {
    Set<String> all = new TreeSet<>(predefinedPlatforms);
    all.add(platform);
    return new Capabilities(widened, deny, outbound, everyProtocol, all);
  }
}
