package dev.rulecast.azurensg;

import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import java.util.stream.Collectors;

/** What templates say to people; the same in every language. */
final class Texts {
  private static final int MAX_ENDPOINTS = 5;

  private Texts() {}

  static String template(RuleShape shape) {
    return shape == RuleShape.INLINE
        ? "Network security groups. Written by rulecast; the next export overwrites this file."
        : "Rules of network security groups that exist already. Written by rulecast; the next export"
            + " overwrites this file.";
  }

  static String location() {
    return "Azure region of the network security groups.";
  }

  static String tags() {
    return "Tags of the network security groups.";
  }

  static String groupName(NetworkSecurityGroup group, RuleShape shape) {
    String of = "etwork security group of " + endpoints(group) + ".";
    return shape == RuleShape.INLINE
        ? "N" + of + " A deployment replaces ALL custom rules of this group."
        : "Existing n" + of + " Its other rules stay.";
  }

  /** The endpoints of a group, by id. */
  static String endpoints(NetworkSecurityGroup group) {
    int more = group.endpoints().size() - MAX_ENDPOINTS;
    return group.endpoints().stream()
            .limit(MAX_ENDPOINTS)
            .map(Endpoint::id)
            .collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  static String input(PrefixInput input) {
    Endpoint endpoint = input.endpoint();
    StringBuilder text = new StringBuilder();
    text.append(input.only() ? "" : input.family().map(f -> f + " ").orElse(""));
    text.append(text.isEmpty() ? "Addresses of " : "addresses of ").append(endpoint.id());
    if (!endpoint.title().equals(endpoint.id())) {
      text.append(" (").append(endpoint.title()).append(')');
    }
    text.append(": networks ").append(example(input)).append('.');
    if (!endpoint.fqdns().isEmpty()) {
      text.append(" Host names: ").append(String.join(", ", endpoint.fqdns())).append('.');
    }
    return text.toString();
  }

  private static String example(PrefixInput input) {
    return input
        .family()
        .map(
            family ->
                family == IpFamily.IPV4
                    ? "such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4"
                    : "such as 2001:db8::/64 or 2001:db8::1/128, all IPv6")
        .orElse("such as 10.0.0.0/24 or 2001:db8::/64, all IPv4 or all IPv6");
  }

  /** Why a deployment fails; neither quotes nor braces, which are code in some language. */
  static String refusal(String parameter, PrefixInput input) {
    return parameter
        + ": write networks "
        + example(input)
        + ", in their shortest form, without host bits, and not /0.";
  }
}
